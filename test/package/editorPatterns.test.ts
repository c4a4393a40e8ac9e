import { WhatsAppBusinessApi } from '../../credentials/WhatsAppBusinessApi.credentials';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';

/** Where a pattern stands that n8n would run: in a condition, in the check of a locator or to read its value. */
function patternsIn(value: unknown, path: string): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const isPattern = key === 'regex' || (key === 'type' && inner === 'regex');
		return [...(isPattern ? [path] : []), ...patternsIn(inner, `${path}.${key}`)];
	});
}

/*
 * n8n runs the patterns of a description before each execution, since 2.41 with a limit of 250 ms: on a busy machine an
 * execution fails at one before the node has begun.
 */
describe('Patterns that n8n would run', () => {
	it.each([
		['WhatsApp Business', new WhatsAppBusiness().description],
		['WhatsApp Business Trigger', new WhatsAppBusinessTrigger().description],
		['the credential', new WhatsAppBusinessApi()],
	])('are not in %s', (_name, description) => {
		expect(patternsIn(description, '')).toEqual([]);
	});
});
