// Our contender of the speed bench, with counters.
import './counters';
import './contenders/ours';
