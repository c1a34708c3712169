import { lawsOf } from './laws';

lawsOf('stopFollowUp');
