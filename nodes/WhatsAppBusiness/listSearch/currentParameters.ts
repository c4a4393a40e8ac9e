import type { ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';

import { Parameters } from '../parameters/parameters';

/** The fields that a list depends on, as they are filled in now. */
export function currentParameters(
	context: ILoadOptionsFunctions,
	fields: readonly INodeProperties[],
): Parameters {
	const values = context.getCurrentNodeParameters() ?? {};
	return new Parameters(fields, {
		value: (name) => values[name],
		binary: () => undefined,
		timezone: context.getTimezone(),
	});
}
