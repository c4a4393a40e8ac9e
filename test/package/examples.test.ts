import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, ResourceMapperValue } from 'n8n-workflow';

import { columnsOf } from '../../nodes/WhatsAppBusiness/operations/message/sendTemplate/values/columns';
import { business } from '../../simulator/business';

const folder = join(__dirname, '../../examples');
const templateNodes = readdirSync(folder).flatMap((file) => {
	const { nodes } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { nodes: INode[] };
	return nodes
		.filter(({ parameters }) => parameters.operation === 'sendTemplate')
		.map(({ name, parameters }) => ({ file, name, parameters }));
});

describe('Example workflows', () => {
	it.each(templateNodes)('have the values of the template in $file: $name', ({ parameters }) => {
		const { value } = parameters.template as { value: string };
		const [name, language] = value.split('|');
		const template = business.templates.find(
			(candidate) => candidate.name === name && candidate.language === language,
		);
		if (!template) throw new Error(`The simulator has no template ${value}`);
		const { schema } = parameters.templateValues as unknown as ResourceMapperValue;
		const columns = columnsOf(template).map(({ id, label }) => ({ id, displayName: label }));
		expect(parameters.specifyValues).toBe('template');
		expect(schema.map(({ id, displayName }) => ({ id, displayName }))).toEqual(columns);
	});
});
