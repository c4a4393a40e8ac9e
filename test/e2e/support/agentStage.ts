import type { Endpoint } from './endpoint';
import type { ExampleStage } from './exampleStage';
import { ExecutionCounter, expectSuccess } from './executions';
import { chatModelCredential, saying, type Completion } from './standInModel';
import { world } from './world';

/** What OpenAI and the team do. Left out: the model says 'Yes', and a recording cannot be understood. */
export interface AgentCast {
	/** The response of the model. */
	model?: (asked: Completion) => object | Promise<object>;
	/** What is said in a recording. */
	transcription?: string;
}

/** What can be seen from outside of the agent. */
export interface Agent {
	/** What the model was asked, oldest first. */
	asked(): Completion[];
	/** How many recordings were to be transcribed. */
	transcribed(): number;
	team: Endpoint;
	/** So many executions must have begun in all, and end well. */
	expectExecutions(count: number): Promise<void>;
}

/** Publishes the example of the AI agent with OpenAI and the team chat around it. */
export async function startAgent(
	stage: ExampleStage,
	{ model = () => saying('Yes'), transcription }: AgentCast = {},
): Promise<Agent> {
	const openAi = await stage.endpoint(async ({ path, body }) => {
		if (path.endsWith('/chat/completions')) return await model(body as Completion);
		if (transcription === undefined) throw new Error('This recording cannot be understood.');
		return { text: transcription };
	});
	const team = await stage.endpoint();
	const { id, name } = await chatModelCredential(world.n8n, openAi);
	for (const node of ['Chat Model', 'Transcribe'])
		stage.choose(node, {}, { openAiApi: { id, name } });
	stage.choose('Tell the Team', { url: team.url });
	const workflow = await stage.publish();
	const executions = new ExecutionCounter(() => workflow);
	const calls = (end: string) => openAi.calls.filter(({ path }) => path.endsWith(end));
	return {
		team,
		asked: () => calls('/chat/completions').map(({ body }) => body as Completion),
		transcribed: () => calls('/audio/transcriptions').length,
		async expectExecutions(count) {
			await executions.expectNew(count);
			for (const execution of await world.n8n.executionIds(workflow))
				expectSuccess(await world.n8n.finishedExecution(execution));
		},
	};
}

/** The last question to the model in words; a picture comes as a message of its own. */
export function questionIn(asked: Completion | undefined): unknown {
	return asked?.messages.findLast(
		({ role, content }) => role === 'user' && typeof content === 'string',
	)?.content;
}
