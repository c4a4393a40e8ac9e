import { NotOfferedError } from '../../graphApi/errors/notOfferedError';
import { resources } from '../operationList';
import type { ListedOperation } from '../operationList';

/** Says which operation was not run, as the editor names it, if the host does not offer it. Other errors stay. */
export function namedRefusal(
	error: unknown,
	{ resource: name, displayName }: Pick<ListedOperation, 'resource' | 'displayName'>,
): unknown {
	if (!(error instanceof NotOfferedError)) return error;
	const resource = resources.find(({ resource }) => resource === name);
	const called = [resource?.displayName, displayName].filter(Boolean).join(': ');
	return error.with({ what: `'${called}' was not run: ${error.message}` });
}
