import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { verifyChecksum } from '../../../nodes/graphApi/checksum';

const text = 'a picture';
const digest = createHash('sha256').update(text).digest();
const source = () => Readable.from([Buffer.from('a pic'), Buffer.from('ture')]);
const read = async (content: Readable) => Buffer.concat(await content.toArray()).toString();

it.each<[string, string | undefined]>([
	['hexadecimal', digest.toString('hex')],
	['base64', digest.toString('base64')],
	['nothing', undefined],
	['an empty text', ''],
])('passes content on that has the checksum, given as %s', async (_name, sha256) => {
	expect(await read(verifyChecksum(source(), sha256))).toBe(text);
});

it('ends with an error when the content is another', async () => {
	const other = createHash('sha256').update('x').digest('hex');
	await expect(read(verifyChecksum(source(), other))).rejects.toThrow(/arrived damaged/);
});

it('passes content on as it comes, and lets the source go when nobody reads on', async () => {
	const never = new Readable({ read() {} });
	never.push('first');
	const content = verifyChecksum(never, digest.toString('hex'));
	const chunks = content[Symbol.asyncIterator]();
	expect(String((await chunks.next()).value)).toBe('first');
	const closed = new Promise((resolve) => never.once('close', resolve));
	content.destroy();
	await closed;
});
