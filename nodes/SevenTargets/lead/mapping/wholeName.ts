import { isNoValue, trimmed } from '../../values';
import { setOf } from './words';

/**
 * What stands before a name, by language. A word with a dot counts with it only: without it, it may be a name. Sources: the prefixes
 * of persons in @faker-js/faker 9.9, the titles of parse-full-name 1.2, and the salutations that HubSpot, Zoho CRM and Outlook offer.
 */
export const BEFORE_NAME: Record<string, string> = {
	English: 'mr mrs ms miss mx dr prof sir madam rev. hon. capt. family attn',
	German: 'herr herrn frau hr. fr. ing. mag. mag.a mag.ª dr.in univ. dipl. familie fam. z.hd.',
	French: 'm. mm. mme mlle monsieur madame mademoiselle famille',
	Spanish: 'familia sr sra srta sta. dra señor señora señorita doña dña lic. arq.',
	Portuguese:
		'senhor senhora eng. engª eng.ª eng.º adv. exmo exma prof.ª profa. enf. téc. adv.ª arq.ª enf.ª téc.ª',
	Italian:
		'sig. sig.ra sig.na signor signora signorina dott dott.ssa dottor dottoressa avv. geom. arch. rag. prof.ssa',
	Dutch: 'dhr mevr mevrouw meneer mw. drs ir. heer',
	'Swedish, Danish, Norwegian': 'fru fröken frøken frk.',
	Polish: 'pan pani mgr inż. hab.',
	Romanian: 'dl dna',
	'Greek, Ukrainian': 'κύριος κυρία δόκτορ пан пані',
	'Czech, Slovak': 'paní mgr. bc. mudr judr phdr rndr paedr mvdr doc.',
	'Hindi, Indonesian, Thai, Turkish': 'smt श्री श्रीमती bapak ibu คุณ sayın',
};

/** What follows a German `Dr.`: the faculty. */
const FACULTIES = 'med. dent. vet. rer. nat. phil. iur. jur. oec. pol. techn. theol. habil. h.c.';

/** The salutations of languages in which a last name follows, never a first name alone: `Herr Novak`. */
const BEFORE_LAST_NAME =
	'mr mrs ms miss mx dr prof sir madam sr sra srta señor señora señorita senhor senhora dott familie family famille familia fam. herr herrn frau hr. m. mme mlle monsieur madame mademoiselle sig. sig.ra sig.na signor signora signorina dhr mevr mevrouw meneer mw. heer pan pani paní fru fröken frøken sayın';

/**
 * What stands behind a name and its comma: generations, degrees, honors. Sources: the suffixes of persons in @faker-js/faker 9.9 and of
 * parse-full-name 1.2.
 */
const GENERATIONS = 'jr sr jnr snr junior senior filho neto fils ii iii iv';
const DEGREES =
	'esq esquire phd mba msc bsc llm llb dds dvm edd psyd mph cpa cfa cfp pmp cissp csc dba clu chfc frcs msw lcsw meng beng bcom mphil dphil';
/** In capitals or with dots only: Do, Ma and Ba are given names. */
const SHORT_DEGREES = 'MD JD MA BA BE RN PE DO DC';

/** What begins a last name. Sources: CLDR, UTS 35, part 8, "surname-prefix"; parse-full-name 1.2. In capitals, it may be a first name. */
const PARTICLES =
	"van von der den de del della degli di da do dos das du la las los le ter ten te zu zur zum vom bin ibn al el af av het in op aan bij 't 's";

/** What no given name holds: the second part of `Ana Lopez, Head of Sales` or `Ana Lopez, Acme Inc.` is none. */
const NO_GIVEN_NAME =
	'of for at and & manager director head chief ceo cfo cto coo vp president founder co-founder owner sales marketing engineer consultant officer analyst specialist inc ltd llc llp gmbh ag corp co plc bv sarl';

const TITLES = setOf([...Object.values(BEFORE_NAME), FACULTIES].join(' '));
const LAST_NAME_FOLLOWS = setOf(BEFORE_LAST_NAME);
const GENERATION = setOf(GENERATIONS);
const POST_NOMINALS = setOf(`${GENERATIONS} ${DEGREES}`);
const IN_CAPITALS = setOf(SHORT_DEGREES);
const SURNAME_PARTICLES = setOf(PARTICLES);
const NOT_GIVEN = setOf(NO_GIVEN_NAME);

const inLowerCase = (word: string): string => word.normalize('NFC').toLowerCase();
const withoutDot = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word);

function isIn(words: Set<string>, word: string): boolean {
	const low = inLowerCase(word);
	return words.has(low) || words.has(withoutDot(low));
}

/** S.K.: initials, or a degree. */
const TWO_INITIALS = /^\p{Lu}\.\p{Lu}\.?$/u;

/** Whether a word stands before a name, also one such as `Dipl.-Ing.` or `Prof.Dr.`, which is made of several. */
const isTitle = (word: string): boolean =>
	isIn(TITLES, word) ||
	(word.length <= 20 &&
		word.includes('.') &&
		!TWO_INITIALS.test(word) &&
		word.split(/(?<=\.)-?/).every((part) => part === '' || isIn(TITLES, part))) ||
	/^dipl[.-]/i.test(word);

/** What an Indonesian has behind the name and a comma: M.Si., S.Kom. */
const isIndonesianDegree = (word: string): boolean =>
	/^[SM]\.(?:[EHTMPK]|Si|Sc|Kom|Pd|Sos|Ag|Hum|Kes|Farm|Psi|Ak|Kep|Par|IP)\.?$/.test(word);

function isPostNominal(word: string): boolean {
	const bare = word.replaceAll('.', '');
	return POST_NOMINALS.has(inLowerCase(bare)) || IN_CAPITALS.has(bare) || isIndonesianDegree(word);
}

/**
 * Whether two letters behind a name are a degree, and no initials: one of the English ones, or an Indonesian one beside another one or
 * behind a title; alone, only the commonest of these, behind two words.
 */
function isDegreeOfLetters(word: string, [name, ...behind]: string[]): boolean {
	if (IN_CAPITALS.has(word.replaceAll('.', ''))) return true;
	return (
		isIndonesianDegree(word) &&
		(behind.flatMap(splitAtBlanks).filter(isIndonesianDegree).length > 1 ||
			/^(?:Dr[as]|Ir)\.\s/.test(name) ||
			(/^S\.[EHT]/.test(word) && /\s/.test(name)))
	);
}

/** How many of the parts between commas are left without what stands behind a name. */
function withoutDegrees(parts: string[]): number {
	const isBehind = (word: string) =>
		TWO_INITIALS.test(word) ? isDegreeOfLetters(word, parts) : isPostNominal(word) || isTitle(word);
	let end = parts.length;
	while (end > 1 && splitAtBlanks(parts[end - 1]).every(isBehind)) end--;
	return end;
}

const splitAtBlanks = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const joined = (words: string[]): string | undefined => words.join(' ') || undefined;

/** Before two words only: the French `M` without its dot, the Indian `Shri`, which is a given name, too, and the Austrian engineer. */
const isBeforeTwo = ([first, second = '', ...others]: string[]): boolean =>
	others.length > 0 && (/^(?:M|Shri)$/.test(first) || (first === 'DI' && !isCapitals(second)));

/** The words from the first one on that is no title; the two words of the Dutch `de heer` are one. */
function withoutTitles(words: string[]): string[] {
	let count = isBeforeTwo(words) ? 1 : 0;
	while (count < words.length) {
		if (isTitle(words[count])) count++;
		else if (/^de$/i.test(words[count]) && /^heer$/i.test(words[count + 1] ?? '')) count += 2;
		else break;
	}
	return words.slice(count);
}

/** Whether a text is nothing but what begins a last name, such as "van der". */
export function isSurnamePrefix(text: string): boolean {
	const words = splitAtBlanks(text);
	return words.length > 0 && words.every((word) => SURNAME_PARTICLES.has(inLowerCase(word)));
}

/** Whether a text is nothing but salutations and titles: Outlook has them in the column Title. */
export const isSalutation = (text: string): boolean =>
	withoutTitles(splitAtBlanks(text)).length === 0;

/** A title or initials with the name behind them, without a blank: `Mr.Amit`, `K.S.Ravi`. */
function apart(word: string): string[] {
	const [, start, name] = /^((?:\p{L}{1,5}\.)+)(\p{Lu}\p{L}.*)$/u.exec(word) ?? [];
	const parts = start === undefined || isTitle(word) ? [] : start.split(/(?<=\.)/);
	const isApart = parts.every((part) => isTitle(part) || /^\p{L}\.$/u.test(part));
	return parts.length > 0 && isApart ? [...parts, name] : [word];
}

/** The words of a name, without the titles before it. */
const wordsOfName = (text: string): string[] => withoutTitles(splitAtBlanks(text).flatMap(apart));

/** An initial, or what is cut off with a dot, such as `J.`, `J.-P.` and `Md.`: nobody is greeted by it. */
const isInitial = (word: string): boolean =>
	/^(?:[\p{Lu}\p{Ll}]|(?:[\p{L}\p{M}]{1,5}\.-?)+)$/u.test(word);

/** Without the initials around a given name, as in `J. Robert` and `John A.`; nothing is left of initials alone. */
function withoutInitials(words: string[]): string[] {
	const isName = (word: string) => !isInitial(word);
	return words.slice(words.findIndex(isName), words.findLastIndex(isName) + 1);
}

const EAST_ASIAN = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々・ー\s]+$/u;
const KATAKANA = /^[\p{sc=Katakana}・ー\s]+$/u;
/** Family names of two signs: the Chinese and the Korean ones. */
export const TWO_SIGNS_HAN = '欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|皇甫|令狐|慕容|尉迟|公孙|公孫';
export const TWO_SIGNS_HANGUL = '남궁|황보|제갈|선우|사공|독고';
const FAMILY_NAME = new RegExp(
	`^(?:\\p{sc=Han}|\\p{sc=Hangul}|${TWO_SIGNS_HAN}|${TWO_SIGNS_HANGUL})$`,
	'u',
);

/** What is put behind a name in Japanese, from the suffixes of @faker-js/faker's `ja`, and in Chinese; not what ends names, too. */
const EAST_ASIAN_SUFFIX = /(?:様|さん|殿|先生|女士|小姐)$/;
/** The ranks of companies. */
const JAPANESE_RANK = '[本副]?(?:部長|課長|係長|社長|専務)';
const RANKS = `${JAPANESE_RANK}|[副总總]?(?:经理|經理|主任|总监|總監|董事长)|老师|老師|[부본]?(?:부장|차장|과장|대리|사원|주임|팀장|실장|이사|상무|전무|사장|대표(?:이사)?|회장|원장|소장|교수|선생|씨)님?`;
/** Behind the last name alone. */
const BEHIND_LAST_NAME = new RegExp(`^\\p{sc=Han}{2}\\s(?:${JAPANESE_RANK})$`, 'u');
/** No name at all: a rank, or what a firm calls those whom it writes to. */
const CUSTOMER = '(?:고객|회원|담당자|관리자|손|구매자|신청자|참가자)님';
const NOBODY = new RegExp(`^(?:${RANKS}|${CUSTOMER})$`);
const BEHIND_NAME = new RegExp(`\\s(?:${RANKS}|${CUSTOMER})$`);
/** The offices before a rank: 営業部 部長. */
const OFFICE = /(?:[部課课室팀과부]|센터|[획서구담]실)$/;

/** Without the Korean suffix, behind a last name or a whole one: 박하님 may end with it. */
function withoutNim(name: string): string {
	const rest = name.replace(/님$/, '');
	const isSure =
		FAMILY_NAME.test(rest.trim()) || /\s$/.test(rest) || rest.replace(' ', '').length > 2;
	return isSure ? rest.trim() : name;
}

/** In Chinese, Japanese and Korean the last name comes first (CLDR, `nameOrderLocales`), but not in a foreign name in Katakana. */
function eastAsian(name: string): Split {
	if (NOBODY.test(name)) return {};
	const named = name.replace(BEHIND_NAME, '');
	const bare = withoutNim(named).replace(EAST_ASIAN_SUFFIX, '').trim();
	// Mr. Wang
	if (BEHIND_LAST_NAME.test(name) || (bare !== name && FAMILY_NAME.test(bare)))
		return { last: bare };
	if (named !== name && OFFICE.test(bare)) return {};
	const words = splitAtBlanks(bare);
	if (KATAKANA.test(bare)) {
		const [first, ...others] = words.length > 1 ? words : bare.split('・').filter(Boolean);
		return { first, last: joined(others) };
	}
	return words.length === 2 ? { first: words[1], last: words[0] } : { first: joined(words) };
}

/**
 * The last names of nearly all Vietnamese, which come first (CLDR, `nameOrderLocales`). From @faker-js/faker's `vi`, and more of the
 * commonest. They count only in a name with a letter that no other language has, or if the column says so.
 */
const VIETNAMESE = setOf(
	'bùi cao dương hoàng huỳnh hà hồ lâm lê lý mai nguyễn ngô phan phùng phạm trương trần trịnh tô tăng vũ vương võ đinh đoàn đào đặng đỗ doãn lương lưu nghiêm quách tạ thái tống triệu',
);
/** The commonest of them: before another one, if both are given names, too, they come first. */
const COMMONEST = setOf('nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô');
/** Those that are given names, too. */
const VIETNAMESE_GIVEN = setOf('cao dương hoàng huỳnh hà lâm lý mai thái triệu vũ vương đào');
/** Between last and given name, of women and of men. */
const VIETNAMESE_MIDDLE = setOf('thị văn');
const bare = (word: string): string =>
	word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').replace(/ł/g, 'l');
const VIETNAMESE_BARE = new Set([...VIETNAMESE].map(bare));
/** With all of their accents or none, because Trân is a given name. */
const VIETNAMESE_LAST = new Set(
	[...VIETNAMESE].flatMap((name) => (VIETNAMESE_GIVEN.has(name) ? [] : [name, bare(name)])),
);

/** Whether a text is a last name of Vietnamese, with or without its accents. */
export const isVietnameseLastName = (text: string): boolean => VIETNAMESE_BARE.has(bare(text));

function isVietnamese(words: string[]): boolean {
	const [first, second = ''] = words.map(inLowerCase);
	const last = inLowerCase(words[words.length - 1]);
	const isCommoner = words.length > 2 && COMMONEST.has(first) && !COMMONEST.has(last);
	const isGivenName = VIETNAMESE_GIVEN.has(last) && (!VIETNAMESE_GIVEN.has(first) || isCommoner);
	return (
		words.length > 1 &&
		VIETNAMESE.has(first) &&
		(!VIETNAMESE.has(last) || VIETNAMESE_MIDDLE.has(second) || isGivenName) &&
		/[ăơưđ\u1ea0-\u1ef9]/iu.test(words.join(' ').normalize('NFC'))
	);
}

const isCapitals = (word: string): boolean =>
	word === word.toUpperCase() && word !== word.toLowerCase();

/** How many words at the start are the last name, in capitals before others that are not: `NOVAK Pavel`. */
function surnameInCapitals(words: string[]): number {
	const count = words.findIndex((word) => !isCapitals(word));
	// JRR are initials.
	const isWord = (word: string) => /\p{Lu}{3}/u.test(word) && !/^[B-DF-HJ-NP-TV-XZ]+$/.test(word);
	const isSurname = count > 0 && words.slice(0, count).some(isWord);
	return isSurname ? count : 0;
}

function isSurnameOnly([first, ...others]: string[]): boolean {
	return SURNAME_PARTICLES.has(first) && others.some((word) => /^\p{Lu}/u.test(word));
}

/** How the names of Russians and Ukrainians after their fathers end, and how most of their last names do, and few given names. */
const PATRONYMIC = /\p{Script=Cyrillic}{2}(?:[оеєії]вич|[ьм]ич|[оеєії]вна|[инї]чна)$/iu;
const SLAVIC_LAST_NAME =
	/\p{Script=Cyrillic}(?:[оеё]ва?|[иы]на?|ский|ская|цкий|цкая|ко|чук|юк|ик|ач|[ое]вич|[иы]ч|ых|их|ян|дзе|швили)$/iu;

/** Son and daughter of, behind the father's name, as Uzbeks and Azerbaijanis have it; without accents and apostrophes. */
const SON_OF = setOf(
	'угли уғли оглы оглу улы кизи қизи кызы гызы ogli ugli oglu ogly qizi qızı kizi kyzy gizi',
);
const AZERI_LAST_NAME = /(?:[oe]va?|\p{L}{3}l[iıuü]|zad[əe])$/iu;

/** Last, first and father's name, as their lists have it, or last name at the end. The father's is no part of the other two. */
function withPatronymic([one, two, three, ...others]: string[]): Split | undefined {
	const isSonOf = (word = '') => SON_OF.has(bare(word).replace(/[^\p{L}]/gu, ''));
	if (others.length === 1 && isSonOf(three)) return { first: one, last: others[0] };
	const isLast = (word: string) => SLAVIC_LAST_NAME.test(word) || AZERI_LAST_NAME.test(word);
	if (others.length === 1 && isSonOf(others[0]))
		return isLast(two) && !isLast(one) ? { first: one, last: two } : { first: two, last: one };
	if (three === undefined || others.length > 0) return undefined;
	if (PATRONYMIC.test(two)) return { first: one, last: three };
	const isList = PATRONYMIC.test(three) && SLAVIC_LAST_NAME.test(one) && /\p{L}{2}/u.test(two);
	return isList ? { first: two, last: one } : undefined;
}

/**
 * The commonest given names, without accents, of the languages whose columns say that the last name comes first: those of @faker-js/faker's
 * `de`, `it`, `pl`, `ro`, `hu`, `ru`, `uk` and `en`, and some of these languages that it lacks.
 */
const GIVEN = setOf(
	'adel adela adina adrian adriana adriano agata agnieszka akos alberto aldo aleksander aleksandra alessandra alessandro alessia alex alexandra alexandru alexey alfredo alice alicja alin alina aliz ana anastasia anca ancuta andrada andras andrea andreas andreea andrei andrej andrew andrey andrzej aneta angela angelika angelo anisoara anita anja anke anna anne annegret annette annika antonella antoni antonia antonina antonio aranka arianna arkadiusz aron artur arturo assunta astrid attila augusto aurel aurelia aurelian aurora axel barbara barnabas bartosz beata beatrice bendeguz benedek benjamin bernd bianca birgit boglarka bogumila borbala boroka botond bozena brian brigitte bruna bruno camelia camilla carla carlo carmen carola carsten catalin caterina catherine cecilia cezary charles chiara christa christian christiane christina christine christoph cinzia ciprian clara claudia claudio claudiu concetta corina cornel cornelia corneliu cosmin costel cristian cristiana cristina csaba csenge csilla csongor dagmar dana daniel daniela danilo danuta daria dario dariusz david davide dawid debora denisa detlef diana dieter dino dirk dmitry dominik donatella dora dorin dorina doris dorka dorota dorottya dumitra ecaterina edina edith edmund edward edyta ekaterina elena eleonora elfriede elias elisa elisabeta elisabeth elisabetta eliza elizabeth elke elzbieta emanuel emanuela emanuele emese emil emilia emily emma eniko enrico enzo erich erik erika ernst erwin erzsebet eszter ettore eugen eugenia eva ewa ewelina fabio fabiola fanni federica federico felicia felix ferenc filip filippo finn flavia flavius flora florentina florian floriana florica florin florina francesca francesco franciszek franco frank franziska frauke friedrich fritz fruzsina gabor gabriel gabriela gabriella gaetano gaia geanina georg george georgeta georgiana gerardo gerd gerda gergely gergo gerhard gertrud giacomo giada giampiero gian giancarlo gianfranco gianluca gianmarco gianni gilberto gino giorgia giorgio giovanna giovanni gisela giulia giuliana giuseppe giuseppina graziella grazyna greta grzegorz gudrun guenter guido gunther gustav gyorgy gyula hajnalka halina hanga hanna hannah hannelore hans harald hartmut hedi heidi heike heiko heinz helen helena helene helga helmut hendrik henning henrietta henrik henryk henryka herbert hermann hildegard holger honorata horst hubert hunor ibolya igor ilaria ildiko ilona ilse imre ines inge ingeborg ingo ingrid ioana ion ionela ionut iren irena irene ireneusz irina irmgard iryna isabel isabell istvan iulia iulian iuliana iuliu ivett ivo iwona izabela izabella jacek jacopo jadwiga jakub james jan jana janka jannik janos janusz jaroslaw jazmin jennifer jens jerzy jessica joachim joanna jochen johanna johannes john jolan jolanta jonas joseph jozef jozsef judit judith juergen julia julian juliane jurgen justyna jutta kacper kalman kamil kamila kamilla karin karina karl karolina karoly katalin katarzyna katharina kathrin kati katja katrin kazimierz kende kerstin kevin kincso kinga klara klaudia klaus kolos konrad kornel kristof krisztian krisztina krystian krystyna krzysztof kurt lajos lara larisa lars laszlo laura lavinia lea lelle lena leon leonard leonardo leonie leszek letizia levente lia liana lidia ligia lili liliana lilien lilla lina linda lisa livia livio liviu liza loredana lorena lorenzo lothar luca lucia lucian luciana lucyna ludovica ludwik luigi luisa lukas lukasz luminita maciej madalina magda magdalena magdolna maike maja malgorzata malwina manfred manuel manuela mara marcel marcela marcella marcin marco mareike margarete margherita margit margot margret maria mariana mariangela marianna maricica marie marilena marina marinela mario marion marius mariusz mark markus marlena marlene marlies marta martina mary marzena massimo mateusz mathias matilde matteo matthew matthias matyas maurizio mauro max maximilian meike melanie merle mia michael michaela michal michalina michela michele mieczyslaw mihaela mihai mihail mihaly miklos mikolaj milena mira mirela mirella miriam mirko miroslaw monica monika morena moritz nadia nadine nancy nandor natalia nele nicola nicole nicoleta nicusor niki nikolett nils nina nino noemi nora norbert octavian oksana olaf oleg olga olimpia oliver oliwia ornella orsolya oskar otilia otto ovidiu oxana panka panna paola paolo pascal pasquale patricia patrick patrik patrizia patrycja patryk paul paulina pawel peter petra petronela petru philip pier pierluigi piero pietro piotr piroska przemyslaw radoslaw rafal raffaele raffaella rainer ralf raluca ramona raphael rares razvan rebeka regina regine reiner reinhard reinhold reka renata renate rene renzo riccardo richard rita robert roberta roberto rodica rolf roman rosa rosanna rosaria rosella rosemarie rossana rossella roxana rozalia rudolf ruediger ruxandra ryszard sabina sabine sabrina samuele sandra sara sarah sascha sebastian sebastiano serena sergey sergio siegfried sigrid silke silvia silvio silviu simina simona slawomir sofia soma sonia sophie sorin sorina stanislaw stefan stefania stefanie stefano stelian steluta stephanie stephen steven susan susanna susanne sven svenja svetlana sylwester sylwia szabolcs szczepan szilvia szofia szonja szymon tadeusz tamara tamas tanja tatiana tatjana teodor teodora teresa theresa thomas thorsten tiberiu tibor tim timea tina tiziana tiziano tobias tomasz tommaso torsten traian tullio udo ugo ulf ulrich ulrike umberto ursula urszula ute uwe valentin valentina valeria valerio valeriu vanda vanessa vasile vera verena veronica veronika victor victoria viktor viktoria vilmos vince vincenzo violeta viorel viorica virgil vito vittoria vittorio viviana vivien vlad vladimir volker waclaw waldemar walter waltraud wanda werner weronika wiebke wieslaw wiktor wilfried wilhelm william winfried wioletta wladyslaw wlodzimierz wojciech wolfgang yvonne zalan zbigniew zdzislaw zenon zente zita zoe zofia zoltan zorka zselyke zsofi zsofia zsolt zsombor zsuzsa zsuzsanna zsuzsi zuzanna александр александра алексеи алена алина алла анастасия анастасія анатолии анатоліи ангелина андреи андріи анжела анна антон антонина аркадии арсении артем артур богдан борис вадим валентин валентина валерии валерия валеріи варвара василии василь вера вероника виктор виктория виталии владимир владислав володимир всеволод вячеслав віктор вікторія віталіи галина ганна геннадии георгии глеб григории григоріи дарина дарья денис диана дмитрии дмитро евгении евгения егор екатерина елена елизавета жанна зинаида зоя иван игорь илья инна ирина карина катерина кирилл кирило константин костянтин кристина ксения лариса леонид лидия лилия любов любовь людмила лідія лілія максим маргарита марина мария марія матвеи матвіи микола михаил михаило надежда надія назар наталия наталья наталія никита николаи нина ніна оксана олег олександр олександра олексіи олена олеся ольга остап павел павло петр петро полина раиса регина роман ростислав руслан светлана світлана семен сергеи сергіи соломія софия софья софія станислав станіслав степан таисия тамара тарас татьяна тетяна тимофеи тимур ульяна федор федір филипп христина эдуард элеонора эльвира юлия юлія юрии юріи яна ярослав євген євгенія ігор ілля інна ірина',
);
/** Those of them that are last names, too. */
const GIVEN_OR_LAST = setOf(
	'adriano aleksander alexandru alfredo andrea andrei antoni antonio augusto aurel axel barnabas benedek benjamin bruno charles christian cornel daniel david elias emanuel erich ernst federico ferenc filip florian franco frank friedrich gabor gabriel gergely gianni giorgio guido gunther hans hermann hubert imre ion istvan jakub james janka janusz john jonas joseph kalman kamil klaus konrad kristof kurt laszlo leon leonard leonardo luca lukas manfred markus matyas mauro michal mihai mihaly miklos moritz nino otto pascal paul pawel peter petru pietro richard robert roman rosa rudolf stefan tamas thomas tiberiu ulrich valentin vasile vince vlad volker walter werner wilhelm артур богдан борис василь назар остап павло петро роман степан тарас',
);
export const isGivenName = (word: string): boolean =>
	bare(word)
		.split('-')
		.every((part) => GIVEN.has(part));
export const isGivenOrLast = (word: string): boolean => GIVEN_OR_LAST.has(bare(word));

/**
 * Splits a name without commas by the given name in it that is well known, whatever its column says.
 *
 * @param isInitialFirst whether the address is made of the initial of the first word and of the last word
 * @returns undefined if it has none, or nothing else
 */
export function atGivenName(name: string, isInitialFirst: boolean): Split | undefined {
	const words = splitAtBlanks(name);
	const [one, end] = [words[0], words[words.length - 1]];
	if (isVietnameseLastName(one) || PATRONYMIC.test(end) || words.every(isGivenName))
		return undefined;
	// Di Maria
	const isOfLastName = (n: number) => n > 0 && SURNAME_PARTICLES.has(inLowerCase(words[n - 1]));
	const start = words.findIndex((word, n) => isGivenName(word) && !isOfLastName(n));
	if (start === 0) return inOrder(name);
	const areAllGiven = start > 0 && words.slice(start).every(isGivenName);
	const isLastAtEnd = SLAVIC_LAST_NAME.test(end) && !SLAVIC_LAST_NAME.test(one);
	// Aileen Maria Schulz, aschulz@…
	if (start > 0 && !areAllGiven && (isInitialFirst || isLastAtEnd)) return inOrder(name);
	// Not the middle name of Aileen Jane Maria Schulz.
	return start === 1 || areAllGiven
		? { first: joined(words.slice(start)), last: joined(words.slice(0, start)) }
		: undefined;
}

/**
 * Splits a name without commas whose column says that the last name comes first.
 *
 * @returns undefined if the name says otherwise, or does not tell where the last name ends
 */
export function lastNameFirst(name: string): Split | undefined {
	const words = splitAtBlanks(name);
	const [one, two = '', three, ...others] = words;
	const isLast = (test: (word: string) => boolean) => test(two) && !test(one);
	const isTurned =
		isLast((word) => SLAVIC_LAST_NAME.test(word)) ||
		isLast((word) => VIETNAMESE_LAST.has(inLowerCase(word)));
	const isVietnameseName = isVietnameseLastName(one);
	// De Luca Ana
	const end = words.findIndex((word) => !SURNAME_PARTICLES.has(inLowerCase(word))) + 1;
	if (end > 1 && !isTurned && !isVietnameseName)
		return { first: joined(words.slice(end)), last: joined(words.slice(0, end)) };
	if (three === undefined)
		return two === '' || isTurned || PATRONYMIC.test(two) ? undefined : { first: two, last: one };
	if (others.length === 0 && PATRONYMIC.test(three)) return { first: two, last: one };
	return isVietnameseName ? { first: joined(words.slice(1)), last: one } : undefined;
}

/**
 * Second given names of Spanish, Portuguese and Italian, which are no last names: from the given names of @faker-js/faker's `es`, `es_MX`,
 * `pt_BR` and `it` without its last names, and some Spanish ones that it lacks.
 */
const SECOND_GIVEN = setOf(
	'agustina alberto alejandra alessandra amélia ángel angélica antonella antônia antonio antônio aparecida armando arturo augusta augusto ayelén beatriz belén camila carla carlo carlos carmen carolina cecilia cecília claudia cláudia constanza cristina daniela eduarda eduardo elena eleonora elisa elisabetta emilia enrique ernesto eugenia eugênia ezequiel facundo federica felipe fernanda fernando florencia francesca gabriela giovanna giovanni giuseppe graciela guadalupe guilherme gustavo helena henrique ignacio ines inés inês isabel isabella javier jose josé josefina juan julia júlia juliana julio júlio laura leonor leticia letícia lourdes lucia lucía lúcia luis luís luisa luísa luiz luiza manuel manuela marcela marcelo margarita maria maría mariana micaela milagros mónica mônica natália noelia noemí octavio pablo paola patricia patrícia paula paulo rafaela raquel raúl regina renata ricardo rita roberta roberto rocío sandra sara sebastián silvia sílvia simona sofia sofía susana tatiana teresa teresinha valentina valeria valéria vanessa verónica verônica vincenzo virginia viviana viviane yolanda',
);
/** Of three words, the second one is a given name behind one of these: Anna Maria Schmidt is called Anna. */
const BEFORE_SECOND_GIVEN = setOf(
	'ana carlos césar eduardo fernando francisco joão jorge josé jose juan julio luis luís luiz luz manuel marco marcos maria maría miguel pedro rafael roberto rosa víctor vitor',
);
/** Mary of …, in small letters: a given name, too, behind one of these, if a last name follows. Luis De Jesús has a last name. */
const BEFORE_DEVOTION = setOf('ana josefa juana luz maria maría rocío rosa teresa');
const DEVOTION =
	/^(?:del (?:carmen|pilar|mar|rosario|rocío|socorro)|de (?:los ángeles|las mercedes|las nieves|la luz|la concepción|fátima|lourdes|guadalupe|nazaré))$/;

/** The servant of God, before one of God's names: half of a given name. */
const SERVANT_OF = setOf('عبد abd abdel abdul');
/** The other half of one: of God, of the faith. */
const OF_GOD = setOf('الله الدين');
/** What few but the Turks write, and their second given names, which are seldom last names. */
const TURKISH = /[ığşİĞŞ]/;
const SECOND_TURKISH = setOf(
	'ahmet ali beyza can cem deniz ece ela emin emre enes faruk fatma hasan huseyin ibrahim kaan kemal mehmet mert mustafa murat naz nil nisa nur omer osman rıza sena su taha yusuf zehra',
);
export const isSecondTurkish = (word: string): boolean => SECOND_TURKISH.has(bare(word));

/** Son or daughter of, as Malays and Tamils of Malaysia have it. */
const CHILD_OF = setOf('bin binti bte a/l a/p s/o d/o');

/** How many words at the start are given names: one, and those that are surely some, too, if a last name follows. */
function givenNames(words: string[]): number {
	const low = words.map(inLowerCase);
	if (OF_GOD.has(low[1])) return 2;
	if (words.length > 2 && SERVANT_OF.has(low[0]))
		return !SURNAME_PARTICLES.has(low[1]) ? 2 : words.length > 3 || low[0] === 'abd' ? 3 : 1;
	const isDevotion = (end: number) =>
		words.length > end &&
		BEFORE_DEVOTION.has(low[0]) &&
		DEVOTION.test([...words.slice(1, end - 1), low[end - 1]].join(' '));
	const devotion = [3, 4].find(isDevotion);
	const isTurkish = TURKISH.test(words.join(' ').normalize('NFC')) && isSecondTurkish(words[1]);
	const isSecond =
		words.length > 2 &&
		(isTurkish ||
			(SECOND_GIVEN.has(low[1]) && (words.length > 3 || BEFORE_SECOND_GIVEN.has(low[0]))));
	return devotion ?? (isSecond ? 2 : 1);
}

/** Whether a last name follows a salutation or an academic title, as in "Mgr. Nováková"; `Dr.-Ing.` is made of two. */
const isBeforeLastName = (word: string): boolean =>
	isIn(LAST_NAME_FOLLOWS, word) || word.includes('.');

const COUPLE = /^(?:and|und|et|y|e|en|og|och|i|&|\+)$/i;

/** Between two given names; in other languages it joins last names, too. */
const AND = /^(?:and|und|et|og|och|&|\+)$/i;
const FAMILY = /^(?:the .* family|eheleute .*)$/i;

/** What stands behind a name, and is none: `Ana from Acme`, `Ana Lopez - Acme`. */
const REMARK = /\s(?:[-–—]|from|at|bei|chez)\s/;
export const withoutRemark = (name: string): string => name.slice(0, REMARK.exec(name)?.index);

export interface Split {
	first?: string;
	last?: string;
}

/** Splits a name of which nothing is known. */
function inOrder(whole: string): Split {
	const words = splitAtBlanks(whole).flatMap(apart);
	const name = withoutTitles(words);
	// A couple, such as "Mr and Mrs Lopez": whom of the two to greet, nobody knows.
	const isCouple = name.length < words.length && COUPLE.test(name[0]);
	if (name.length === 0 || isCouple || FAMILY.test(whole)) return {};
	if (name.length > 2 && AND.test(name[1])) return {};
	const east = withPatronymic(name);
	if (east !== undefined) return east;
	if (EAST_ASIAN.test(name.join(' '))) return eastAsian(name.join(' '));
	if (isVietnamese(name)) return { first: joined(name.slice(1)), last: name[0] };
	const titles = words.slice(0, words.length - name.length);
	if (name.length === 1 && titles.some(isBeforeLastName)) return { last: name[0] };
	if (isSurnameOnly(name)) return { last: joined(name) };
	const full = name.slice(name.findIndex((word) => !isInitial(word)));
	// S. Ramesh, J. Smith: which of the two is said differs, so the name goes out whole.
	const isWhole = full.length < name.length && (full.length === 1 || isSurnameOnly(full));
	if (isWhole || isInitial(full[0])) return { first: joined(name) };
	const count = surnameInCapitals(full);
	if (count > 0) return { first: joined(full.slice(count)), last: joined(full.slice(0, count)) };
	// Malay: Nur Aisyah binti Mohd Razali.
	const parent = full.findIndex((word) => CHILD_OF.has(inLowerCase(word)));
	const given = parent > 0 && parent < full.length - 1 ? parent : givenNames(full);
	return { first: joined(full.slice(0, given)), last: joined(full.slice(given)) };
}

/** What a name without commas holds beside a last name that is known: at its end, or at its start. */
function beside(whole: string, lastName: string): Split {
	const words = wordsOfName(whole);
	const last = inLowerCase(splitAtBlanks(lastName).join(' '));
	const count = splitAtBlanks(lastName).length;
	if (inLowerCase(words.slice(-count).join(' ')) === last) {
		return { first: joined(words.slice(0, -count)) };
	}
	if (inLowerCase(words.slice(0, count).join(' ')) === last)
		return { first: joined(words.slice(count)) };
	return { first: joined(words) };
}

/**
 * Splits the whole name of a person into first and last name: without salutations, titles and degrees, `Lopez, Ana` turned, in any of
 * the languages above.
 *
 * @param lastName if it is known: then only the first name is returned
 * @returns no first name if there is none to greet the person with, such as in `Herr Novak` and `van der Berg`; the whole text as first
 * name if it is no name, so that the error of the field shows all of it
 */
export function splitName(whole: string, lastName = ''): Split {
	if (isNoValue('name', trimmed(whole))) return { first: trimmed(whole) };
	const parts = whole
		.replace(/\([^()]*\)/g, ' ')
		.split(',')
		.map(trimmed)
		.filter((part) => part !== '');
	const end = withoutDegrees(parts);
	const generation = parts
		.slice(end)
		.flatMap(splitAtBlanks)
		.filter((word) => isIn(GENERATION, word));
	const [name = '', given] = parts.slice(0, end);
	const known = trimmed(lastName);
	const isGiven =
		given !== undefined && !splitAtBlanks(given).some((word) => isIn(NOT_GIVEN, word));
	if (isGiven) {
		const isTurned = known !== '' && inLowerCase(given) === inLowerCase(known);
		const before = wordsOfName(withoutRemark(isTurned ? name : given));
		const first = joined(withoutInitials(before));
		if (known !== '') return { first: first ?? joined(before) };
		const last = wordsOfName(name);
		// Smith, J.
		return first === undefined && before.length > 0
			? { first: joined([...before, ...last]) }
			: { first, last: joined([...last, ...generation]) };
	}
	if (known !== '') return beside(withoutRemark(name), known);
	// Lopez, Ana and Bob; Smith, M.D.
	const isDoctor = IN_CAPITALS.has(parts[1]?.replaceAll('.', '')) && TWO_INITIALS.test(parts[1]);
	if ((given !== undefined || isDoctor) && !/\s/.test(name)) return { last: name };
	const { first, last } = inOrder(withoutRemark(name));
	return { first, last: last && joined([last, ...generation]) };
}
