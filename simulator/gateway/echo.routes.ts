import { endpoint, type SimulatedEndpoint } from '../graph/endpoint';
import { readForm } from '../graph/multipartForm';

/**
 * Not Meta's: what a gateway in front of the Graph API may add. It says what it got, as JSON or, with `as=text` or
 * `as=file`, as a text or a file.
 */
function echo(method: SimulatedEndpoint['method']): SimulatedEndpoint {
	return endpoint({
		method,
		on: 'root',
		edge: 'echo',
		async handle({ raw, body, query }) {
			const { fields, files } = await readForm(raw, body);
			// Of an unknown type, which nobody reads.
			raw.raw.resume();
			const got = {
				method,
				contentType: raw.headers['content-type']?.split(';')[0],
				contentLength: Number(raw.headers['content-length'] ?? 0),
				fields,
				files: Object.entries(files).map(([name, file]) => ({
					name,
					fileName: file?.fileName,
					mimeType: file?.mimeType,
					size: file?.content.length,
				})),
			};
			const text = JSON.stringify(got);
			if (query.get('as') === 'text') return `got ${text}`;
			return query.get('as') === 'file' ? Buffer.from(text) : got;
		},
	});
}

export const getEcho = echo('GET');
export const postEcho = echo('POST');
export const putEcho = echo('PUT');
export const patchEcho = echo('PATCH');
export const deleteEcho = echo('DELETE');
