import { lawsOf } from './laws';

lawsOf('update');
