import { lawsOf } from './lawsOfRuns';

lawsOf('update');
