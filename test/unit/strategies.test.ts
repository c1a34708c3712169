import { Aimd } from '../../nodes/SevenTargets/transport/throttle/aimd';
import { CubicRate } from '../../nodes/SevenTargets/transport/throttle/cubicRate';
import { Gradient2 } from '../../nodes/SevenTargets/transport/throttle/gradient2';
import { RandomRefusals } from '../../nodes/SevenTargets/transport/throttle/randomRefusals';
import { Round } from '../../nodes/SevenTargets/transport/throttle/round';

describe('a round', () => {
	/** Begins as many requests as it takes, all at once. */
	function begin(round: Round): number {
		let begun = 0;
		while (round.began(begun + 1)) begun++;
		return begun;
	}

	it.each([
		[3, true, 3],
		[3, false, 20],
		[50, false, 50],
	])('under a limit of %i (the first: %s) has %i requests', (limit, isFirst, size) => {
		expect(begin(new Round(limit, isFirst))).toBe(size);
	});

	it('is over when three of four are answered, and tells the median of all', () => {
		const round = new Round(8, true);
		begin(round);
		for (const ms of [80, 20, 50, 10, 70]) expect(round.ended(ms)).toBeUndefined();
		// The two that are not answered are the slowest.
		expect(round.ended(60)).toEqual({ limit: 8, mostInFlight: 9, medianMs: 70 });
	});

	it('is longer by two for each request without a duration', () => {
		const round = new Round(20);
		begin(round);
		for (let n = 0; n < 3; n++) round.ended(undefined);
		expect(begin(round)).toBe(6);
	});
});

describe('Gradient2', () => {
	/** Rounds with their medians, each with as many in flight as the limit. @returns the limit after each */
	const limitsAfter = (gradient: Gradient2, ...medians: number[]) =>
		medians.map((medianMs) => {
			const { limit } = gradient;
			gradient.roundEnded({ limit, mostInFlight: limit, medianMs });
			return gradient.limit;
		});

	it('doubles to 64 as long as answers are as fast', () => {
		expect(limitsAfter(new Gradient2(), 100, 100, 120, 100)).toEqual([20, 40, 64, 64]);
	});

	it('does not rise if fewer were in flight', () => {
		const gradient = new Gradient2();
		gradient.roundEnded({ limit: 10, mostInFlight: 9, medianMs: 100 });
		expect(gradient.limit).toBe(10);
	});

	it.each([
		['half as long again', 100, 150, 40],
		['longer than that', 100, 160, 13],
		['a few milliseconds', 5, 25, 40],
		['more than those', 5, 30, 5],
	])('tolerates answers that take %s, or falls', (_, first, second, limit) => {
		expect(limitsAfter(new Gradient2(), first, second)).toEqual([20, limit]);
	});

	it('goes back if fewer requests are no faster, and takes that for the measure', () => {
		expect(limitsAfter(new Gradient2(), 100, 200, 200, 200)).toEqual([20, 11, 20, 22]);
	});

	it('halves what was fastest if even that may have been too much', () => {
		expect(limitsAfter(new Gradient2(), 100, 200, 155, 90)).toEqual([20, 11, 5, 10]);
	});

	it('doubles again if what held it lower had no reason to', () => {
		const gradient = new Gradient2();
		gradient.roundEnded({ limit: 1, mostInFlight: 1, medianMs: 100 });
		gradient.released();
		expect(limitsAfter(gradient, 100, 100)).toEqual([20, 40]);
	});

	it('does not, if answers took longer', () => {
		const gradient = new Gradient2();
		limitsAfter(gradient, 100, 300);
		gradient.released();
		expect(limitsAfter(gradient, 100, 100)).toEqual([10, 11]);
	});
});

describe('Aimd', () => {
	/** A full round each 100 ms, for so long. @returns each limit, and how many seconds it lasted */
	function steps(
		aimd: Aimd,
		from: number,
		seconds: number,
		isRefused: (limit: number) => boolean = () => false,
	) {
		const seen: Array<[limit: number, seconds: number]> = [];
		let since = from;
		for (let now = from; now < from + seconds * 1000; now += 100) {
			const { limit } = aimd;
			if (isRefused(limit)) {
				aimd.refused(limit, limit);
				aimd.reopened(now);
			} else aimd.roundEnded({ limit, mostInFlight: limit, medianMs: 100 }, now);
			if (aimd.limit !== limit) {
				seen.push([limit, (now - since) / 1000]);
				since = now;
			}
		}
		return seen;
	}

	it('limits nothing before a refusal', () => {
		expect(new Aimd().limit).toBe(64);
		expect(new Aimd(5).limit).toBe(5);
	});

	it('is one after a refusal, then 0.7 of what was refused, one more each second, and the same after five', () => {
		const aimd = new Aimd();
		aimd.refused(20, 20);
		expect(aimd.limit).toBe(1);
		aimd.reopened(0);
		const seen = steps(aimd, 0, 17).slice(0, 7);
		expect(seen.map(([limit]) => limit)).toEqual([14, 15, 16, 17, 18, 19, 20]);
		expect(seen.slice(0, 6).map(([, seconds]) => seconds)).toEqual([1, 1, 1, 1, 1, 5]);
	});

	it('tries what is refused each time after 5, 10, 20 and then every 40 seconds', () => {
		const aimd = new Aimd();
		aimd.refused(20, 20);
		aimd.reopened(0);
		const seen = steps(aimd, 0, 170, (limit) => limit > 19);
		const at19 = seen.filter(([limit]) => limit === 19).map(([, seconds]) => seconds);
		expect(at19).toEqual([5, 10, 20, 40, 40]);
	});

	it('returns to less if others of those in flight were refused as well', () => {
		const aimd = new Aimd();
		aimd.refused(20, 20);
		for (let n = 0; n < 12; n++) aimd.alsoRefused();
		aimd.reopened(0);
		expect(aimd.limit).toBe(7);
	});

	it('does not take a number for too high that was just in full use', () => {
		const aimd = new Aimd(40);
		aimd.roundEnded({ limit: 40, mostInFlight: 40, medianMs: 100 }, 0);
		aimd.refused(40, 40);
		aimd.reopened(0);
		expect(steps(aimd, 0, 8).map(([limit]) => limit)).toEqual([28, 31, 33, 34, 35, 36, 37]);
	});

	it('stays if another strategy holds the number lower, or fewer were in flight', () => {
		const aimd = new Aimd();
		aimd.refused(20, 20);
		aimd.reopened(0);
		aimd.roundEnded({ limit: 13, mostInFlight: 13, medianMs: 100 }, 9000);
		aimd.roundEnded({ limit: 14, mostInFlight: 13, medianMs: 100 }, 9000);
		expect(aimd.limit).toBe(14);
	});

	it('is never more than the user chose', () => {
		const aimd = new Aimd(10);
		aimd.refused(10, 10);
		aimd.reopened(0);
		steps(aimd, 0, 60);
		expect(aimd.limit).toBe(10);
	});
});

describe('RandomRefusals', () => {
	/** Rounds of so many at a time, each answered in the order in which it began. @returns what each answer brings */
	function send(random: RandomRefusals, rounds: string[], from = 0) {
		let number = from;
		return rounds.map((round) => {
			const next = number + round.length;
			let isFirst = true;
			const trials = [...round].map((sign) => {
				if (sign === '+') return random.accepted(number++, next);
				random.refused(number++, next, isFirst ? round.length : undefined);
				isFirst = false;
				return undefined;
			});
			return trials.find((trial) => trial !== undefined);
		});
	}

	it('asks for three quarters of a number if what followed a refused request was accepted', () => {
		const random = new RandomRefusals();
		expect(send(random, ['+-++++++++'])).toEqual([7]);
		expect(random.isScattered).toBe(true);
		expect(random.isRandom).toBe(false);
	});

	it('knows random refusals by one of fewer requests', () => {
		const random = new RandomRefusals();
		expect(send(random, ['+-++++++++', '-++++++'])).toEqual([7, 5]);
		expect(random.isRandom).toBe(true);
	});

	it('knows them by those of one alone, too', () => {
		const random = new RandomRefusals();
		random.refused(0, 5, 1);
		for (let number = 1; number < 5; number++) random.accepted(number, 5);
		random.refused(5, 6, 1);
		expect(random.isRandom).toBe(false);
		random.accepted(6, 7);
		expect(random.isRandom).toBe(true);
	});

	it.each([
		['of all that follows', ['++++------', '++++---', '++++-', '++++-']],
		['of the same number', ['+-++++++++', '+-++++++++', '+-++++++++', '-+++++++++']],
		['of a few less', ['+-++++++++', '-++++++++', '++++++', '-+++++++']],
	])('does not take refusals %s for random', (_, rounds) => {
		const random = new RandomRefusals();
		send(random, rounds);
		expect(random.isRandom).toBe(false);
	});

	it.each([
		['nothing is accepted any more', ['-'.repeat(24)]],
		['most that follows is refused', Array.from({ length: 8 }, () => '-+-------')],
	])('ends if %s, and then takes twice as many to be known', (_, rounds) => {
		const random = new RandomRefusals();
		send(random, ['+-++++++++', '-++++++']);
		expect(random.isRandom).toBe(true);
		send(random, rounds, 100);
		expect(random.isRandom).toBe(false);
		send(random, ['+-++++++++++++++++++', '+-+++++++++++'], 300);
		expect(random.isRandom).toBe(false);
	});
});

describe('CubicRate', () => {
	/** Accepts so many, one each `ms`, and refuses the next. @returns the time then */
	function refuse(rate: CubicRate, count: number, ms: number, from = 0, openSince = from): number {
		for (let n = 1; n <= count; n++) rate.accepted(from + n * ms);
		const now = from + count * ms;
		rate.refused(1000, openSince, now, 0);
		return now;
	}
	const perSecond = (rate: CubicRate, now: number) => rate.ratePerMs(now) * 1000;

	it('limits nothing before a refusal', () => {
		const rate = new CubicRate();
		rate.began(100);
		expect([rate.ratePerMs(100), rate.nextAt]).toEqual([Infinity, 80]);
	});

	it('is one less than what was accepted, all of it after three seconds, and limits nothing in the end', () => {
		const rate = new CubicRate();
		refuse(rate, 10, 200);
		expect(perSecond(rate, 12_000)).toBeCloseTo(4);
		rate.reopened(12_000);
		expect(perSecond(rate, 12_000)).toBeCloseTo(4);
		expect(perSecond(rate, 15_000)).toBeCloseTo(5);
		expect(perSecond(rate, 18_000)).toBeCloseTo(6);
		expect(perSecond(rate, 23_000)).toBe(Infinity);
	});

	it('spaces requests by the rate, and makes up for late timers', () => {
		const rate = new CubicRate();
		refuse(rate, 10, 200);
		rate.began(5000);
		expect(rate.nextAt).toBeCloseTo(5000 - 20 + 1000 / 4);
		rate.began(5000);
		expect(rate.nextAt).toBeCloseTo(5000 - 20 + 2000 / 4);
	});

	it('takes twice as long with each refusal at a similar rate', () => {
		const rate = new CubicRate();
		const now = refuse(rate, 10, 200, refuse(rate, 10, 200));
		rate.reopened(now);
		expect(perSecond(rate, now + 3000)).toBeCloseTo(5 * (1 - 0.2 / 8));
		expect(perSecond(rate, now + 6000)).toBeCloseTo(5);
	});

	it('is not learned from one refusal right after a pause, but from two with ten accepted', () => {
		const rate = new CubicRate();
		refuse(rate, 5, 100, 0, 0);
		expect(rate.ratePerMs(500)).toBe(Infinity);
		refuse(rate, 6, 100, 2000, 2100);
		expect(perSecond(rate, 3000)).toBeCloseTo(5);
	});

	it('is forgotten after a refusal at a far lower rate, and then takes two', () => {
		const rate = new CubicRate();
		let now = refuse(rate, 10, 200);
		now = refuse(rate, 3, 1000, now);
		expect(rate.ratePerMs(now)).toBe(Infinity);
		now = refuse(rate, 10, 200, now);
		expect(rate.ratePerMs(now)).toBe(Infinity);
		now = refuse(rate, 10, 200, now);
		expect(perSecond(rate, now)).toBeCloseTo(4);
	});

	it.each([
		[50, 20, 45],
		[3, 300, 2],
		[1, 900, 0.5],
	])('restarts %i a second, one each %i ms, at %f', (count, ms, restart) => {
		const rate = new CubicRate();
		const now = refuse(rate, count, ms, 0, -1000);
		expect(perSecond(rate, now)).toBeCloseTo(restart);
	});

	it('counts what is not answered, if little was', () => {
		const [few, many] = [new CubicRate(), new CubicRate()];
		few.refused(1000, -1000, 100, 5);
		expect(perSecond(few, 100)).toBeCloseTo(4);
		for (let n = 0; n < 20; n++) many.accepted(n);
		many.refused(1000, -1000, 100, 5);
		expect(perSecond(many, 100)).toBeCloseTo(18);
	});

	it('is none if nothing was accepted', () => {
		const rate = new CubicRate();
		rate.refused(1000, 0, 5000, 0);
		expect(rate.ratePerMs(5000)).toBe(Infinity);
	});
});
