import { lawsOf } from './laws';

lawsOf('create');
