export * from './choice';
export * from './email';
export * from './kinds';
export * from './markup';
export * from './note';
export * from './problem';
export * from './rules';
export * from './text';
