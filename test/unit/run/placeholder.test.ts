import { Placeholder, resolvePlaceholders } from '../../../nodes/WhatsAppBusiness/placeholder';

interface Tools {
	resolved: string[];
}

class Named extends Placeholder<Tools, string> {
	constructor(private readonly name: string) {
		super();
	}

	async resolve({ resolved }: Tools): Promise<string> {
		await Promise.resolve();
		resolved.push(this.name);
		return this.name.toUpperCase();
	}

	toJSON(): string {
		return `<${this.name}>`;
	}
}

describe('resolvePlaceholders', () => {
	it('replaces placeholders at every depth, in order', async () => {
		const tools: Tools = { resolved: [] };
		const request = {
			body: { header: [{ id: new Named('a') }, 'text'], id: new Named('b'), none: undefined },
			query: { size: new Named('c') },
		};
		expect(await resolvePlaceholders(request, tools)).toEqual({
			body: { header: [{ id: 'A' }, 'text'], id: 'B', none: undefined },
			query: { size: 'C' },
		});
		expect(tools.resolved).toEqual(['a', 'b', 'c']);
	});

	it('does not copy a value without placeholders', async () => {
		const untouched = { text: { body: 'Hello' }, list: [1, null, undefined, true] };
		const tools: Tools = { resolved: [] };
		expect(await resolvePlaceholders(untouched, tools)).toBe(untouched);
		const request = { untouched, id: new Named('a') };
		const resolved = (await resolvePlaceholders(request, tools)) as typeof request;
		expect(resolved.untouched).toBe(untouched);
		expect(request.id).toBeInstanceOf(Placeholder);
	});

	it('resolves nothing after a placeholder that throws', async () => {
		const tools: Tools = { resolved: [] };
		class Broken extends Named {
			override resolve = () => Promise.reject(new Error('broken'));
		}
		const request = [new Named('a'), new Broken('b'), new Named('c')];
		await expect(resolvePlaceholders(request, tools)).rejects.toThrow('broken');
		expect(tools.resolved).toEqual(['a']);
	});
});
