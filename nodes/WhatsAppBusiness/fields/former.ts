import type { INodeProperties } from 'n8n-workflow';

/**
 * A field of earlier versions. It depends on its own value, so that only workflows that have it show it: n8n removes a
 * value that is not shown.
 */
export function former(field: INodeProperties): INodeProperties {
	return { ...field, displayOptions: { show: { [field.name]: [{ _cnd: { exists: true } }] } } };
}
