// Plain tfjs, `LayersModel.fit`, with counters.
import './counters';
import './contenders/tfjs-fit';
