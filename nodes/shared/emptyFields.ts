import type { INode, ResourceMapperFields } from 'n8n-workflow';

import { nodeError, textDescription } from './nodeErrors';

/** A resource mapper without fields, which shows a text in their place. @param lines without HTML. */
export function noFields(...lines: string[]): ResourceMapperFields {
	return { fields: [], emptyFieldsNotice: lines.map(asHtml).join('<br>') };
}

/** The same with an error: what happened and what to do. */
export function noFieldsBecauseOf(error: unknown, node: INode): ResourceMapperFields {
	const shown = nodeError(error, node);
	const reason = [`${shown.message}.`.replace('..', '.'), textDescription(shown) ?? ''];
	return noFields(reason.join(' '));
}

/** The editor shows the text as HTML. A long word breaks where the panel is too narrow; what is copied stays whole. */
function asHtml(text: string): string {
	const pieces = text.split(/(\S{16})(?=\S)/u);
	return pieces
		.map((piece) => piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
		.join('<wbr>');
}
