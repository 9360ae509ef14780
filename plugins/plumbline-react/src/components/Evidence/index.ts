export * from './Claim';
export * from './Evidence';
export * from './describeCause';
