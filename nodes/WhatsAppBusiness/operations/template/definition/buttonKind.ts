import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

/** One kind of button: its texts and fields in the editor, and what is sent for it. */
export interface DefinitionButtonKind {
	name: string;
	description: string;
	/** Meta's `type`. */
	type: string;
	/** WhatsApp provides the label, or it is always this one. */
	fixedText?: true | string;
	/** The maximum number in a template, if it is less than that of all buttons. */
	max?: number;
	/** It must be the only button. */
	alone?: true;
	fields?: INodeProperties[];
	/** The keys besides `type` and `text`. */
	read?(button: Parameters): RequestBody;
}
