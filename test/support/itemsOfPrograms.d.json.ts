import type { Labeled } from './mapping';

/** The compiler would infer a type of its own from all of it. */
declare const items: Labeled[];
export default items;
