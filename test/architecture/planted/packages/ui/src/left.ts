export type { Right } from './right';
export type Left = 1;
