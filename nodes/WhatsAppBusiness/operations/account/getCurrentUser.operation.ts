import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/docs/graph-api/overview#me */
export const operation: Operation = {
	displayName: 'Get Current User',
	action: 'Get the current user',
	description: 'Get the user or system user that the access token belongs to',
	fields: [optionsField([fieldChoice({ id: 'ID', name: 'Name' })])],
	request: (parameters) => ({
		method: 'GET',
		path: path`/me`,
		on: 'fixed',
		query: fieldsQuery(parameters),
	}),
};
