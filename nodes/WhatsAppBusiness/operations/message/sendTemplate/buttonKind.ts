import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

/** One kind of button: how the editor shows it, its values, and what is sent. */
export interface ButtonKind {
	name: string;
	description: string;
	/** Meta's `sub_type`. */
	subType: string;
	fields: INodeProperties[];
	/** Meta's `parameters`; none when the button is sent as the template has it. */
	read(button: Parameters): RequestBody[];
}

export function textParameter(value: string): RequestBody {
	return { type: 'text', text: value };
}

export function actionParameter(value: RequestBody): RequestBody {
	return { type: 'action', action: value };
}
