import type { ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';

import { Parameters } from '../parameters/parameters';
import { withDefaults } from '../parameters/parameterValues';

/** The fields that a list depends on, as they are filled in now. */
export function currentParameters(
	context: ILoadOptionsFunctions,
	fields: readonly INodeProperties[],
): Parameters {
	// A workflow that was not made in the editor may leave out what is as by default.
	const values = withDefaults(fields, context.getCurrentNodeParameters());
	return new Parameters(fields, {
		value: (name) => values[name],
		binary: () => undefined,
		timezone: context.getTimezone(),
	});
}
