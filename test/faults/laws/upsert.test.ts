import { lawsOf } from './laws';

lawsOf('upsert');
