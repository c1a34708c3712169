import { lawsOf } from './lawsOfRuns';

lawsOf('stopFollowUp');
