import type { INodeProperties } from 'n8n-workflow';

import { InputError } from './inputError';

/** An object of Meta's is chosen from a list or by its ID. */
interface IdLocator extends Pick<
	INodeProperties,
	'displayName' | 'name' | 'description' | 'required'
> {
	/** The method of the node that fills the list. */
	searchListMethod: string;
	/** Shown in the list while nothing is selected. */
	placeholder: string;
	/** The example of an ID. */
	exampleId: string;
	/** Where to find the ID. */
	hint?: string;
}

/** The kind of an ID. Meta's IDs have digits only. */
export interface IdKind {
	/** Continues "is not …", e.g. "a catalog ID". */
	what: string;
	/** A sentence, e.g. where to find one. */
	where: string;
}

/** The field in which an object is chosen from a list or by its ID. */
export function idLocator({
	searchListMethod,
	placeholder,
	exampleId,
	hint,
	...field
}: IdLocator): INodeProperties {
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder,
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${exampleId}`,
				hint,
				validation: [
					{
						type: 'regex',
						properties: { regex: '^[0-9]+$', errorMessage: 'The ID has digits only' },
					},
				],
			},
		],
	};
}

/**
 * The chosen ID, or the credential's when none is chosen.
 * @param field display name of the field where another can be chosen.
 * @param credential the ID in the credential, and the display name of its field there.
 * @throws InputError when neither is given or it is not an ID.
 */
export function idOrCredentialDefault(
	chosen: string | undefined,
	field: string,
	credential: { id: string; field: string },
	kind: IdKind,
): string {
	const id = chosen ?? credential.id;
	if (id === '') {
		throw new InputError(
			credential.field,
			'is empty in the credential',
			`Fill it in there, or choose one in '${field}'. ${kind.where}`,
		);
	}
	const filledIn = chosen ? field : credential.field;
	return checkedId(id, kind, (what, todo) => new InputError(filledIn, what, todo));
}

/**
 * The ID.
 * @param problem makes the error that is thrown.
 * @throws InputError when it is not an ID.
 */
export function checkedId(
	id: string,
	kind: IdKind,
	problem: (what: string, todo: string) => InputError,
): string {
	if (!/^\d+$/.test(id)) {
		throw problem(`is not ${kind.what}`, `The ID has digits only. ${kind.where}`);
	}
	return id;
}
