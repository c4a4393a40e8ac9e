import type { INodeProperties } from 'n8n-workflow';

import type { Account, AccountKey } from '../graphApi/connection';
import { credentialId, credentialIds, whereIs } from './account/credentialId';
import { InputError } from './inputError';

/** An object of Meta's is chosen from a list or by its ID. */
export interface IdLocator extends Pick<
	INodeProperties,
	'displayName' | 'name' | 'description' | 'required'
> {
	/** The method of the node that fills the list. */
	searchListMethod: string;
	/** Shown in the list while nothing is selected, where it means something. n8n's own is 'Choose...'. */
	placeholder?: string;
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

/**
 * The field in which an object is chosen from a list or by its ID. What reads it checks the ID: a pattern here would be
 * tried by n8n before each run, with a time limit that a busy machine exceeds.
 */
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
			},
		],
	};
}

/** Whether the editor shows a field at once, or as an option under Add Option. */
export type ChoiceKind = 'field' | 'option';

/**
 * The chosen ID, or the account's when none is chosen.
 * @param field display name of the field where another can be chosen.
 * @param what continues "is not …", e.g. "a catalog ID".
 * @param kind an option has to be added first.
 * @throws InputError when neither is given or it is not an ID.
 */
export function idOrAccountDefault(
	chosen: string | undefined,
	field: string,
	[account, key]: [Account, AccountKey],
	what: string,
	kind: ChoiceKind = 'field',
): string {
	if (chosen === undefined) {
		const how = kind === 'option' ? 'with the option' : 'in';
		return credentialId(account, key, `Fill it in there, or choose one ${how} '${field}'.`);
	}
	const problem = (...texts: [string, string]) => new InputError(field, ...texts);
	const id = checkedId(chosen, { what, where: whereIs(key, account) }, problem);
	if (key === 'phoneNumberId' && account.ids?.isOfOneNumber && id !== credentialId(account, key)) {
		throw problem(
			"is another number than the credential's, which is the only one that it can use",
			`Choose the credential of that number in 'Credential to connect with', or correct '${credentialIds[key].field}' in the credential.`,
		);
	}
	if (key === 'wabaId' && account.ids?.unneeded.includes(key)) {
		throw problem(
			'cannot be chosen, because the credential is for one number and its account',
			`Leave the field empty, or choose the credential of the other account in 'Credential to connect with'.`,
		);
	}
	return id;
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
