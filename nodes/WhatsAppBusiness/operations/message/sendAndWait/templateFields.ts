import type { INodeProperties } from 'n8n-workflow';

import {
	componentFields,
	componentOptions,
	rareComponentOptions,
} from '../../../fields/templateValues/components';
import { optOutOption } from '../sendTemplate/isMarketing';
import {
	languagePolicyOption,
	templateChoiceFields,
} from '../../../fields/templateValues/templateChoice';

/** The fields of Send Template, for a question that is a template. */
export const questionTemplateFields: INodeProperties[] = [
	...templateChoiceFields,
	...componentFields,
].map((field) => shownFor(field, 'responseType'));

export const questionTemplateOptions: INodeProperties[] = [...componentOptions, optOutOption].map(
	(option) => shownFor(option, '/responseType'),
);

/** Options that hardly anyone needs. */
export const rareQuestionTemplateOptions: INodeProperties[] = [
	languagePolicyOption,
	...rareComponentOptions,
].map((option) => shownFor(option, '/responseType'));

function shownFor(field: INodeProperties, responseType: string): INodeProperties {
	const { displayOptions } = field;
	const show = { [responseType]: ['template'], ...displayOptions?.show };
	return { ...field, displayOptions: { ...displayOptions, show } };
}
