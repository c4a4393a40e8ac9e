import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { KnownAccount } from '../../shared/account/knownAccount';
import { InputError } from '../../shared/inputError';
import { nodeError, textDescription } from '../../shared/nodeErrors';
import { Parameters } from '../parameters/parameters';
import {
	readTemplateIdentity,
	templateChoiceFields,
} from '../operations/message/sendTemplate/templateChoice';
import { columnsOf } from '../operations/message/sendTemplate/values/columns';
import { fetchTemplate } from '../operations/message/sendTemplate/values/templateDefinition';
import { templateValuesField } from '../operations/message/sendTemplate/values/templateValuesField';
import { wabaFor } from '../fields/waba';
import { editorApi } from '../../shared/listSearch/editorApi';

/**
 * The variables of the chosen template, as the fields of 'Template Values'.
 * @throws NodeOperationError or NodeApiError when the template can't be read and there are fields already: the editor
 * keeps them. Without fields it shows the reason instead.
 */
export async function getTemplateFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	try {
		const columns = columnsOf(await chosenTemplate(this));
		return {
			fields: columns.map(({ id, label, required, type, options }) => ({
				id,
				displayName: label,
				required,
				type,
				options,
				display: true,
				// The user adds it if needed.
				removed: !required,
				defaultMatch: false,
				canBeUsedToMatch: false,
			})),
			emptyFieldsNotice: 'This template takes no values, so there is nothing to fill in.',
		};
	} catch (error) {
		const shown = nodeError(error, this.getNode());
		const { columns } = parametersOf(this).mapped(templateValuesField.name);
		if (columns.length > 0) throw shown;
		const reason = [`${shown.message}.`.replace('..', '.'), textDescription(shown) ?? ''];
		return { fields: [], emptyFieldsNotice: withoutHtml(reason.join(' ')) };
	}
}

async function chosenTemplate(context: ILoadOptionsFunctions) {
	const { name, code } = readTemplateIdentity(parametersOf(context));
	const api = await editorApi(context);
	const template = await new KnownAccount(api).use((account) =>
		fetchTemplate(api.send, wabaFor(undefined, account), name, code),
	);
	if (template) return template;
	throw new InputError(
		'Template',
		`'${name}' does not exist in the language ${code}`,
		'Check the name and the language, or select the template from the list.',
		'templates',
	);
}

function parametersOf(context: ILoadOptionsFunctions): Parameters {
	const values = context.getCurrentNodeParameters() ?? {};
	return new Parameters([...templateChoiceFields, templateValuesField], {
		value: (name) => values[name],
		binary: () => undefined,
		timezone: context.getTimezone(),
	});
}

// The editor shows the notice as HTML.
function withoutHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
