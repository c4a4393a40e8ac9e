import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, ResourceMapperValue } from 'n8n-workflow';

import { label } from '../../nodes/WhatsAppBusiness/fields/templateValues/mapped/columnLabel';
import { columnId } from '../../nodes/WhatsAppBusiness/fields/templateValues/mapped/columnPath';
import { columnsOf } from '../../nodes/WhatsAppBusiness/fields/templateValues/mapped/columns';
import { templateTextId } from '../../nodes/WhatsAppBusiness/fields/templateValues/mapped/templateText';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { triggerNodeType, triggerVersion } from '../../scripts/workflows';
import { business } from '../../simulator/business';

const folder = join(__dirname, '../../examples');
const nodes = readdirSync(folder).flatMap((file) => {
	const workflow = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { nodes: INode[] };
	return workflow.nodes.map(({ name, type, typeVersion, parameters }) => ({
		...{ file, name, type, typeVersion, parameters },
	}));
});
const templateNodes = nodes.filter(({ parameters }) =>
	[parameters.operation, parameters.deliveryMessage].includes('sendTemplate'),
);

describe('Example workflows', () => {
	it.each(templateNodes)('have the values of the template in $file: $name', ({ parameters }) => {
		const { value } = parameters.template as { value: string };
		const [name, language] = value.split('|');
		const template = business.templates.find(
			(candidate) => candidate.name === name && candidate.language === language,
		);
		if (!template) throw new Error(`The simulator has no template ${value}`);
		const { schema } = parameters.templateValues as unknown as ResourceMapperValue;
		const offered = columnsOf(template).filter(({ rare }) => !rare);
		const columns = offered.map((column) => ({
			id: columnId(column),
			displayName: label(column.name, column.example),
		}));
		const shown = { id: templateTextId, displayName: templateTextId };
		expect(parameters.specifyValues).toBe('template');
		expect(schema.map(({ id, displayName }) => ({ id, displayName }))).toEqual(
			columns.length === 0 ? [] : [shown, ...columns],
		);
	});

	it('have triggers of the version that n8n gives a new one', () => {
		const { defaultVersion } = new WhatsAppBusinessTrigger().description;
		const triggers = nodes.filter(({ type }) => type === triggerNodeType);
		expect(defaultVersion).toBe(triggerVersion);
		expect(new Set(triggers.map(({ typeVersion }) => typeVersion))).toEqual(
			new Set([defaultVersion]),
		);
	});

	describe('keep to the advice of SECURITY.md: text from outside', () => {
		const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

		it('is in no instructions of an AI agent', () => {
			const instructions = nodes.map(
				({ parameters }) => (parameters.options as { systemMessage?: string })?.systemMessage,
			);
			expect(instructions.filter(isExpression)).toEqual([]);
		});

		it('is in no code and no database query', () => {
			const types = /\.(code|executeCommand|ssh|html|postgres|mySql|microsoftSql|oracleDatabase)$/;
			expect(nodes.filter(({ type }) => types.test(type))).toEqual([]);
		});

		it('decides no file path', () => {
			const paths = nodes.map(({ parameters }) => parameters.fileName).filter(isExpression);
			// Meta's date and ID, and an ending of letters and digits.
			expect(paths).toEqual([
				"=/home/node/.n8n-files/{{ $json.timestamp.slice(0, 10) }}-{{ $json.media.id }}.{{ ($binary.data.fileExtension ?? 'bin').replace(/[^a-z0-9]/gi, '') }}",
			]);
		});

		it('decides no URL', () => {
			expect(nodes.map(({ parameters }) => parameters.url).filter(isExpression)).toEqual([]);
		});

		it('does not name the person who approves', () => {
			const asking = nodes.filter(
				({ parameters }) =>
					parameters.operation === 'sendAndWait' && parameters.responseType !== 'delivery',
			);
			expect(asking.length).toBeGreaterThan(0);
			for (const { parameters } of asking) {
				expect(parameters.to).toBe('={{ $json.managerPhone }}');
			}
			const approver = nodes.find(({ name }) => name === 'Who Approves');
			expect(JSON.stringify(approver?.parameters)).toMatch(
				/"name":"managerPhone","value":"\+1 650 555 0101"/,
			);
		});
	});
});
