// Hourglass as it is.
import { serve } from './contender';
import { Hourglass } from './hourglass';

serve(new Hourglass());
