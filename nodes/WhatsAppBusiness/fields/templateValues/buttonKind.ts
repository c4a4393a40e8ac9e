import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** One kind of button: its texts and fields in the editor, and what is sent for it. */
export interface ButtonKind {
	name: string;
	description: string;
	/** Meta's `sub_type`. */
	subType: string;
	fields: INodeProperties[];
	/**
	 * Meta's `parameters`; empty if the button is sent as defined in the template.
	 * @param flatten whether 'Flatten Line Breaks' is on.
	 */
	read(button: Parameters, flatten: boolean): RequestBody[];
}

export function textParameter(value: string): RequestBody {
	return { type: 'text', text: value };
}

export function actionParameter(value: RequestBody): RequestBody {
	return { type: 'action', action: value };
}
