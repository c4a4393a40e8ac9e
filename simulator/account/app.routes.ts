import { endpoint } from '../graph/endpoint';
import { selectFields } from '../graph/fieldSelection';
import { appFields } from './app';

/** @see https://developers.facebook.com/docs/graph-api/reference/application */
export const getApp = endpoint({
	method: 'GET',
	on: 'app',
	token: 'any',
	handle: ({ node, query }) =>
		selectFields(appFields(node), query.get('fields'), ['link', 'name', 'id'], 'Application'),
});
