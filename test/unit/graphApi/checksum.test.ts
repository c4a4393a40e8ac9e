import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { verifyChecksum } from '../../../nodes/graphApi/checksum';

const text = 'a picture';
const digest = createHash('sha256').update(text).digest();
const source = () => Readable.from([Buffer.from('a pic'), Buffer.from('ture')]);
const read = async (content: Readable) => Buffer.concat(await content.toArray()).toString();

describe('verifyChecksum', () => {
	it.each<[string, string | undefined]>([
		['in hexadecimal', digest.toString('hex')],
		['in base64', digest.toString('base64')],
		['as nothing', undefined],
		['as an empty text', ''],
	])('passes on content that matches the checksum given %s', async (_name, sha256) => {
		expect(await read(verifyChecksum(source(), sha256))).toBe(text);
	});

	it('fails when the content does not match the checksum', async () => {
		const other = createHash('sha256').update('x').digest('hex');
		await expect(read(verifyChecksum(source(), other))).rejects.toThrow(/arrived damaged/);
	});

	it('passes content on as it arrives and closes the source when reading stops', async () => {
		const never = new Readable({ read() {} });
		never.push('first');
		const content = verifyChecksum(never, digest.toString('hex'));
		const chunks = content[Symbol.asyncIterator]();
		expect(String((await chunks.next()).value)).toBe('first');
		const closed = new Promise((resolve) => never.once('close', resolve));
		content.destroy();
		await closed;
	});
});
