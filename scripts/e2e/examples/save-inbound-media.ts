import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { business } from '../../../simulator';
import { expectToHold } from './expect';
import type { Stage } from './stage';

const dockerFolder = '/home/node/.n8n-files';

export async function play(stage: Stage): Promise<void> {
	const { n8n, simulator } = stage.world;
	const folder = join(n8n.filesFolder, 'save-inbound-media');
	await mkdir(folder, { recursive: true });
	const node = stage.definition.nodes.find(({ name }) => name === 'Save to Disk');
	const fileName = String(node?.parameters.fileName);
	stage.choose('Save to Disk', { fileName: fileName.replace(dockerFolder, folder) });
	await stage.publish();

	const { base64, mimeType } = business.media;
	const thumbsUp = await stage.write({ type: 'image', base64, mimeType, caption: 'Look' });
	expectToHold(thumbsUp, { type: 'reaction', reaction: { emoji: '👍' } });
	const [file, ...others] = await readdir(folder);
	if (!file?.endsWith('.png') || others.length > 0) {
		throw new Error(`The folder holds ${[file, ...others].join(', ')}.`);
	}
	const saved = await readFile(join(folder, file));
	if (saved.toString('base64') !== base64) throw new Error('The file is not the one sent.');

	simulator.addFaults({ kind: 'graphError', method: 'GET', code: 131052, times: 20 });
	const again = await stage.write({ type: 'image' });
	simulator.clearFaults();
	expectToHold(again, { text: { body: /once more/ } });
	if ((await readdir(folder)).length !== 1) throw new Error('Something was saved all the same.');
}
