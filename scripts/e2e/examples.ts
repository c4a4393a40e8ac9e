import { exampleNames } from '../exampleWorkflow';
import { Stage } from './examples/stage';
import type { World } from './world';

/** What `examples/<name>.ts` here has: plays the workflow of that name, and throws unless it does its job. */
interface Play {
	play(stage: Stage): Promise<void>;
}

/** Starts every workflow of the folder `examples`, plays its people and systems, and checks the outcome. */
export async function checkExamples(world: World): Promise<void> {
	for (const name of exampleNames()) {
		await world.checks.check(`example: ${name}`, async () => {
			const { play } = (await import(`./examples/${name}`)) as Play;
			await world.simulator.reset({ keepCallbacks: true });
			const stage = new Stage(world, name);
			try {
				await play(stage);
			} finally {
				await stage.end();
			}
		});
	}
}
