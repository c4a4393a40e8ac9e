import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

/** One kind of button: how the editor shows it, its fields, and Meta's words for it. */

export interface DefinitionButtonKind {
	name: string;
	description: string;
	/** Meta's `type`. */
	type: string;
	/** The label is WhatsApp's own. */
	fixedText?: true;
	/** How many a template may have; without it as many as there may be buttons. */
	max?: number;
	/** It takes no other button beside it. */
	alone?: true;
	fields?: INodeProperties[];
	/** What Meta wants beside type and text. */
	read?(button: Parameters): RequestBody;
}
