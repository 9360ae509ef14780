import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay, type TrendRow, type TrendSeries } from './trendSeries';

/** @internal */
export interface TrendLinesProps {
  series: TrendSeries[];
  rows: TrendRow[];
  height: number;
  /** Fixed top of the scale; else the data decides. */
  maximum?: number;
  /** Values at which a band begins. */
  bandLimits?: number[];
}

const TICK = { fill: 'var(--pl-fg-muted)', fontSize: 12 };

/** The part that needs recharts, loaded when it is looked at. @internal */
export default function TrendLines(props: TrendLinesProps) {
  const { series, rows, height, maximum, bandLimits = [] } = props;
  const hasBands = bandLimits.length > 0;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={rows}
        margin={{
          top: 8,
          right: series.length > 1 ? 64 : 8,
          bottom: 0,
          left: 0,
        }}
        accessibilityLayer
      >
        <CartesianGrid
          vertical={false}
          stroke="var(--pl-rule)"
          strokeDasharray={hasBands ? '3 4' : undefined}
        />
        <XAxis
          dataKey="day"
          tickFormatter={formatDay}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--pl-rule-strong)' }}
          minTickGap={48}
        />
        <YAxis
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={36}
          domain={[0, maximum ?? 'auto']}
          ticks={hasBands && maximum ? [0, ...bandLimits, maximum] : undefined}
          allowDecimals={false}
        />
        {bandLimits.map(limit => (
          <ReferenceLine
            key={limit}
            y={limit}
            stroke="var(--pl-rule-strong)"
            strokeDasharray="3 4"
          />
        ))}
        <Tooltip
          labelFormatter={label => formatDay(String(label))}
          contentStyle={{
            background: 'var(--bui-bg-app)',
            border: '1px solid var(--pl-rule-strong)',
            borderRadius: 4,
            fontSize: 12,
            color: 'var(--bui-fg-primary)',
          }}
          itemStyle={{ color: 'var(--bui-fg-primary)' }}
        />
        {series.map(line =>
          series.length === 1 ? (
            <Area
              key={line.id}
              dataKey={line.id}
              name={line.label}
              type="linear"
              stroke="var(--pl-hue)"
              strokeWidth={1.5}
              fill="var(--pl-heat-1)"
              isAnimationActive={false}
              connectNulls={false}
            />
          ) : (
            <Line
              key={line.id}
              dataKey={line.id}
              name={line.label}
              type="linear"
              dot={false}
              stroke={line.dashed ? 'var(--bui-fg-primary)' : 'var(--pl-hue)'}
              strokeWidth={1.5}
              strokeDasharray={line.dashed ? '4 3' : undefined}
              isAnimationActive={false}
              connectNulls={false}
              label={({ index, x, y }) =>
                index === rows.length - 1 && Number.isFinite(y) ? (
                  <text
                    x={Number(x) + 8}
                    y={Number(y)}
                    dominantBaseline="central"
                    fill="var(--bui-fg-primary)"
                    fontSize={12}
                  >
                    {line.label}
                  </text>
                ) : (
                  <g />
                )
              }
            />
          ),
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
