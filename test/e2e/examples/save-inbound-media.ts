import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { business } from '../../../simulator';
import type { ExampleStage } from '../support/exampleStage';
import { world } from '../support/world';

const dockerFolder = '/home/node/.n8n-files';

export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator } = world;
	const folder = join(n8n.filesFolder, 'save-inbound-media');
	await mkdir(folder, { recursive: true });
	const node = stage.definition.nodes.find(({ name }) => name === 'Save to Disk');
	const fileName = String(node?.parameters.fileName);
	stage.choose('Save to Disk', { fileName: fileName.replace(dockerFolder, folder) });
	await stage.publish();

	const { base64, mimeType } = business.media;
	const thumbsUp = await stage.write({ type: 'image', base64, mimeType, caption: 'Look' });
	expect(thumbsUp).toMatchObject({ type: 'reaction', reaction: { emoji: '👍' } });
	const files = await readdir(folder);
	expect(files).toEqual([expect.stringMatching(/\.png$/)]);
	const saved = await readFile(join(folder, files[0] ?? ''));
	expect(saved.toString('base64')).toBe(base64);

	simulator.addFaults({ kind: 'graphError', method: 'GET', code: 131052, times: 20 });
	const again = await stage.write({ type: 'image' });
	expect(again).toMatchObject({ text: { body: expect.stringMatching(/once more/) } });
	expect(await readdir(folder)).toEqual(files);
}
