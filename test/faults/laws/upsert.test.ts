import { lawsOf } from './lawsOfRuns';

lawsOf('upsert');
