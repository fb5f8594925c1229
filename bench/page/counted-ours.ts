// Our contender in the speed bench, with counters.
import './counters';
import './contenders/ours';
