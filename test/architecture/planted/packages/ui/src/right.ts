export type { Left } from './left';
export type Right = 1;
