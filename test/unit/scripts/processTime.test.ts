import { processTime } from '../../../scripts/bench/processTime';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('processTime', () => {
	it('is what Node says of this process', async () => {
		const milliseconds = () => {
			const { user, system } = process.cpuUsage();
			return (user + system) / 1000;
		};
		const before = milliseconds();
		const time = (await processTime(process.pid)) ?? NaN;
		const after = milliseconds();
		// Whole clock ticks of either kind.
		expect(time).toBeGreaterThanOrEqual(before - 20);
		expect(time).toBeLessThanOrEqual(after);
	});

	it('is unknown of a process that there is not', async () => {
		expect(await processTime(2 ** 30)).toBeUndefined();
	});
});
