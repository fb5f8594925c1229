// zod in its small form, and without the code that it would generate: the page's security policy allows no code from text.
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
