import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { KnownAccount } from '../../shared/account/knownAccount';
import { noFields, noFieldsBecauseOf } from '../../shared/emptyFields';
import { nodeError } from '../../shared/nodeErrors';
import { Parameters } from '../parameters/parameters';
import {
	readTemplateIdentity,
	templateChoiceFields,
	unknownTemplate,
} from '../fields/templateValues/templateChoice';
import { label } from '../fields/templateValues/mapped/columnLabel';
import { columnId } from '../fields/templateValues/mapped/columnPath';
import { columnsOf } from '../fields/templateValues/mapped/columns';
import type { TemplateColumn } from '../fields/templateValues/mapped/columns';
import { fetchTemplate } from '../fields/templateValues/mapped/templateDefinition';
import { templateText, templateTextId } from '../fields/templateValues/mapped/templateText';
import { templateValuesField } from '../fields/templateValues/mapped/templateValuesField';
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
		const template = await chosenTemplate(this);
		const text = templateText(template);
		const saved = parametersOf(this).mapped(templateValuesField.name);
		const fields = columnsOf(template)
			.filter((column) => !column.rare || isSaved(column, saved))
			.map((column) => valueField(column, saved));
		if (fields.length === 0) return noFields(`This template takes no values. It reads: ${text}`);
		return { fields: [...textField(text, saved), ...fields] };
	} catch (error) {
		const { columns } = parametersOf(this).mapped(templateValuesField.name);
		if (columns.length > 0) throw nodeError(error, this.getNode());
		return noFieldsBecauseOf(error, this.getNode());
	}
}

type Saved = ReturnType<Parameters['mapped']>;

const shownField = { display: true, defaultMatch: false, canBeUsedToMatch: false } as const;

// A workflow of an earlier version has its values under the path.
function isSaved({ path }: TemplateColumn, { values, columns }: Saved): boolean {
	return path in values || columns.some(({ id }) => id === path);
}

function valueField(column: TemplateColumn, saved: Saved): ResourceMapperField {
	const { path, name, example, required, visible, type, options } = column;
	return {
		...shownField,
		id: isSaved(column, saved) ? path : columnId(column),
		displayName: label(name, example),
		required,
		type,
		options,
		// The user adds it if needed.
		removed: !required && !visible,
	};
}

// The editor fills it in with the first fields only. Later it would stay empty, or show the text of before.
function textField(text: string, { values, columns }: Saved): ResourceMapperField[] {
	if (columns.length > 0 && values[templateTextId] !== text) return [];
	return [
		{
			...shownField,
			id: templateTextId,
			displayName: templateTextId,
			required: false,
			removed: false,
			readOnly: true,
			defaultValue: text,
			type: 'string',
		},
	];
}

async function chosenTemplate(context: ILoadOptionsFunctions) {
	const { name, code } = readTemplateIdentity(parametersOf(context));
	const api = await editorApi(context);
	const template = await new KnownAccount(api).use((account) =>
		fetchTemplate(api.send, wabaFor(undefined, account), name, code),
	);
	if (template) return template;
	throw unknownTemplate({ name, code });
}

function parametersOf(context: ILoadOptionsFunctions): Parameters {
	const values = context.getCurrentNodeParameters() ?? {};
	return new Parameters([...templateChoiceFields, templateValuesField], {
		value: (name) => values[name],
		binary: () => undefined,
		timezone: context.getTimezone(),
	});
}
