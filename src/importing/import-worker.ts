// The entry of the import worker.
import { expose } from 'comlink';
import { parseFiles } from '../data/import/parse-files';
import { saveOwnDataset } from '../data/sources/stored/own-datasets';
import { Importer } from './importer';
import { openDecoders } from './open-decoders';

expose(new Importer({ parseFiles, openDecoders, saveOwnDataset }));
