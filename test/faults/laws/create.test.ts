import { lawsOf } from './lawsOfRuns';

lawsOf('create');
