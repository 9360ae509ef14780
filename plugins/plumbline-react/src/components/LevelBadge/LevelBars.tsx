/**
 * Three rising bars, as many of them filled as the level has strength.
 *
 * @internal
 */
export function LevelBars(props: { filled: 2 | 3 }) {
  return (
    <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden>
      <rect x="1" y="9" width="3.2" height="4" rx="1" fill="currentColor" />
      <rect
        x="5.4"
        y="5.5"
        width="3.2"
        height="7.5"
        rx="1"
        fill="currentColor"
      />
      <rect
        x="9.8"
        y="2"
        width="3.2"
        height="11"
        rx="1"
        fill="currentColor"
        opacity={props.filled === 3 ? 1 : 0.28}
      />
    </svg>
  );
}
