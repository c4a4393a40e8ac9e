import type { KapsoCall } from '../endpoint';
import { known } from '../lookup';
import { allFlows } from './flow';

/** The Flow whose own ID of Kapso's is in the path. @throws HostError 404 if there is none */
export function flowOf({ simulator, params }: KapsoCall): ReturnType<typeof allFlows>[number] {
	return known(
		allFlows(simulator).find(({ kept }) => kept.id === params.id),
		'Flow',
	);
}
