import { processState } from '../../../nodes/graphApi/processState';

describe('processState', () => {
	it('is created at its first use, once', () => {
		const create = jest.fn(() => new Set<string>());
		const state = processState(create);
		expect(create).not.toHaveBeenCalled();
		expect(state()).toBe(state());
		expect(create).toHaveBeenCalledTimes(1);
	});

	it('is disposed of and created again after a reset', () => {
		const disposed: Array<Set<string>> = [];
		const state = processState(
			() => new Set<string>(),
			(old) => disposed.push(old),
		);
		const before = state();
		processState.reset();
		expect(disposed).toEqual([before]);
		expect(state()).not.toBe(before);
	});

	it('has nothing to dispose of when it was never used', () => {
		const dispose = jest.fn();
		processState(() => ({}), dispose);
		processState.reset();
		expect(dispose).not.toHaveBeenCalled();
	});
});
