// The entry of the analysis worker.
import { expose } from 'comlink';
import { Analysis } from './analysis';

expose(new Analysis());
