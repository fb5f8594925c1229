// The entry of the import worker.
import { expose } from 'comlink';
import { decodePictures } from '../data/import/pictures/decode-pictures';
import { parseFiles } from '../data/import/parse-files';
import { saveOwnDataset } from '../data/sources/stored/own-datasets';
import { Importer } from './importer';

expose(new Importer({ parseFiles, decodePictures, saveOwnDataset }));
