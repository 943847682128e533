/** Names for the synthetic streets: most exist in Kazan, none stands where it really is. */
import type { DistrictId } from './outline.ts';

export type StreetName = Readonly<{ ru: string; tt: string; en: string }>;

const street = (ru: string, tt: string, en: string): StreetName => ({
  ru: `улица ${ru}`,
  tt: `${tt} урамы`,
  en: `${en} Street`,
});
const avenue = (ru: string, tt: string, en: string): StreetName => ({
  ru: `проспект ${ru}`,
  tt: `${tt} проспекты`,
  en: `${en} Avenue`,
});

/** Long roads that cross several districts. */
export const roadNames = {
  yamashev: avenue('Хусаина Ямашева', 'Хөсәен Ямашев', 'Khusain Yamashev'),
  victory: avenue('Победы', 'Җиңү', 'Pobedy'),
  vishnevsky: street('Вишневского', 'Вишневский', 'Vishnevsky'),
  dekabristov: street('Декабристов', 'Декабристлар', 'Dekabristov'),
  orenburg: { ru: 'Оренбургский тракт', tt: 'Оренбург тракты', en: 'Orenburg Road' },
  siberian: { ru: 'Сибирский тракт', tt: 'Себер тракты', en: 'Siberian Road' },
  mamadysh: { ru: 'Мамадышский тракт', tt: 'Мамадыш тракты', en: 'Mamadysh Road' },
  gorky: { ru: 'Горьковское шоссе', tt: 'Горький шоссесы', en: 'Gorky Highway' },
} satisfies Record<string, StreetName>;

/** Streets of each district, written "ru|tt|en" without the word for street. */
const byDistrict: Readonly<Record<DistrictId, string>> = {
  vakhitovsky: `
Баумана|Бауман|Bauman; Кремлёвская|Кремль|Kremlyovskaya; Пушкина|Пушкин|Pushkin; Карла Маркса|Карл Маркс|Karl Marx;
Габдуллы Тукая|Габдулла Тукай|Gabdulla Tukay; Островского|Островский|Ostrovsky; Бутлерова|Бутлеров|Butlerov; Максима Горького|Максим Горький|Maxim Gorky;
Льва Толстого|Лев Толстой|Leo Tolstoy; Каюма Насыри|Каюм Насыйри|Kayum Nasyri; Шигабутдина Марджани|Шиһабетдин Мәрҗани|Shigabutdin Marjani; Салимжанова|Сәлимҗанов|Salimzhanov;
Нурсултана Назарбаева|Нурсолтан Назарбаев|Nursultan Nazarbayev; Щапова|Щапов|Shchapov; Достоевского|Достоевский|Dostoevsky; Николая Ершова|Николай Ершов|Nikolay Yershov;
Профсоюзная|Профсоюз|Profsoyuznaya; Университетская|Университет|Universitetskaya; Лобачевского|Лобачевский|Lobachevsky; Дзержинского|Дзержинский|Dzerzhinsky;
Большая Красная|Зур Кызыл|Bolshaya Krasnaya; Касаткина|Касаткин|Kasatkin; Япеева|Япеев|Yapeyev; Батурина|Батурин|Baturin; Миславского|Миславский|Mislavsky;
Астрономическая|Астрономия|Astronomicheskaya; Чернышевского|Чернышевский|Chernyshevsky; Московская|Мәскәү|Moskovskaya; Парижской Коммуны|Париж Коммунасы|Paris Commune;
Нариманова|Нариманов|Narimanov; Сафьян|Сафьян|Safyan; Татарстан|Татарстан|Tatarstan;
Захарьевская|Захарьев|Zakharyevskaya; Мартына Межлаука|Мартын Межлаук|Martyn Mezhlauk; Гоголя|Гоголь|Gogol; Муштари|Мөштәри|Mushtari; Зинина|Зинин|Zinin;
Калинина|Калинин|Kalinin; Айвазовского|Айвазовский|Aivazovsky; Подлужная|Подлужная|Podluzhnaya; Волкова|Волков|Volkov; Ульянова-Ленина|Ульянов-Ленин|Ulyanov-Lenin;
Галактионова|Галактионов|Galaktionov; Жуковского|Жуковский|Zhukovsky; Некрасова|Некрасов|Nekrasov; Маяковского|Маяковский|Mayakovsky; Петербургская|Петербург|Peterburgskaya;
Эсперанто|Эсперанто|Esperanto; Павлюхина|Павлюхин|Pavlyukhin; Спартаковская|Спартак|Spartakovskaya; Тихомирнова|Тихомирнов|Tikhomirnov; Хади Такташа|Һади Такташ|Hadi Taktash;
Портовая|Порт|Portovaya; Девятаева|Девятаев|Devyatayev; Меховщиков|Мехчылар|Mekhovshchikov; Тази Гиззата|Таҗи Гыйззәт|Tazi Gizzat; Саид-Галеева|Сәед-Галиев|Said-Galeyev`,
  privolzhsky: `
Ботаническая|Ботаника|Botanicheskaya; Техническая|Техник|Tekhnicheskaya; Модельная|Модель|Modelnaya; Тихорецкая|Тихорецк|Tikhoretskaya;
Рихарда Зорге|Рихард Зорге|Richard Sorge; Юлиуса Фучика|Юлиус Фучик|Julius Fučík; Гарифьянова|Гарифьянов|Garifyanov; Карбышева|Карбышев|Karbyshev; Братьев Касимовых|Бертуган Касыймовлар|Kasimov Brothers;
Дубравная|Имәнлек|Dubravnaya; Сафиуллина|Сафиуллин|Safiullin; Завойского|Завойский|Zavoysky; Академика Парина|Академик Парин|Academician Parin; Латышских Стрелков|Латыш укчылары|Latvian Riflemen;
Хусаина Мавлютова|Хөсәен Мәүлитов|Khusain Mavlyutov; Даурская|Даур|Daurskaya; Кул Гали|Кол Гали|Qol Gali; Габишева|Габишев|Gabishev; Ломжинская|Ломжа|Lomzhinskaya;
Баки Урманче|Бакый Урманче|Baki Urmanche; Магистральная|Магистраль|Magistralnaya; Аграрная|Аграр|Agrarnaya; Плеханова|Плеханов|Plekhanov;
Ферма-2|Ферма-2|Ferma-2; Оренбургская|Оренбург|Orenburgskaya; Назиба Жиганова|Нәҗип Җиһанов|Nazib Zhiganov; Деревня Универсиады|Универсиада авылы|Universiade Village; Мидхата Булатова|Мидхәт Булатов|Midkhat Bulatov;
Роторная|Ротор|Rotornaya; Кооперативная|Кооператив|Kooperativnaya; Каспийская|Каспий|Kaspiyskaya; Новаторов|Новаторлар|Novatorov`,
  sovetsky: `
Аделя Кутуя|Гадел Кутуй|Adel Kutuy; Космонавтов|Космонавтлар|Kosmonavtov; Искра|Искра|Iskra; Академика Кирпичникова|Академик Кирпичников|Academician Kirpichnikov;
Патриса Лумумбы|Патрис Лумумба|Patrice Lumumba; Абжалилова|Абҗәлилов|Abzhalilov; Сахарова|Сахаров|Sakharov; Минская|Минск|Minskaya;
Закиева|Закиев|Zakiyev; Глушко|Глушко|Glushko; Юлиуса Азина|Юлиус Азин|Julius Azin; Хайдара Бигичева|Хәйдәр Бигичев|Khaydar Bigichev; Академика Королёва|Академик Королев|Academician Korolyov;
Гвардейская|Гвардия|Gvardeyskaya; Попова|Попов|Popov; Губкина|Губкин|Gubkin; Арбузова|Арбузов|Arbuzov; Пионерская|Пионер|Pionerskaya; Красной Позиции|Кызыл Позиция|Krasnaya Pozitsiya;
Журналистов|Журналистлар|Zhurnalistov; Седова|Седов|Sedov; Заслонова|Заслонов|Zaslonov; Вагапова|Вагапов|Vagapov; Шуртыгина|Шуртыгин|Shurtygin; Самаркандская|Сәмәрканд|Samarkandskaya; Ташкентская|Ташкент|Tashkentskaya;
Отрадная|Куанычлы|Otradnaya; Нурикеева|Нурикиев|Nurikeyev; Фаткуллина|Фәткуллин|Fatkullin; Ильдана Камаева|Илдан Камаев|Ildan Kamayev; Родины|Ватан|Rodiny; Каучуковая|Каучук|Kauchukovaya`,
  'novo-savinovsky': `
Амирхана|Әмирхан|Amirkhan; Чистопольская|Чистай|Chistopolskaya; Адоратского|Адоратский|Adoratsky; Гаврилова|Гаврилов|Gavrilov; Мусина|Мусин|Musin; Сибгата Хакима|Сибгат Хәким|Sibgat Khakim;
Меридианная|Меридиан|Meridiannaya; Абсалямова|Абсаләмов|Absalyamov; Маршала Чуйкова|Маршал Чуйков|Marshal Chuykov; Лаврентьева|Лаврентьев|Lavrentyev; Четаева|Четаев|Chetayev; Бондаренко|Бондаренко|Bondarenko;
Короленко|Короленко|Korolenko; Октябрьская|Октябрь|Oktyabrskaya; Волгоградская|Волгоград|Volgogradskaya; Восстания|Восстание|Vosstaniya; Голубятникова|Голубятников|Golubyatnikov; Воровского|Воровский|Vorovsky`,
  moskovsky: `
Ибрагимова|Ибраһимов|Ibragimov; Кулахметова|Колахмәтов|Kulakhmetov; Батыршина|Батыршин|Batyrshin; Серова|Серов|Serov; Химическая|Химия|Khimicheskaya; Тэцевская|ТЭЦ|Tetsevskaya; Васильченко|Васильченко|Vasilchenko;
Восход|Таң|Voskhod; Гагарина|Гагарин|Gagarin; Бурхана Шахиди|Борһан Шәһиди|Burhan Shahidi; Шамиля Усманова|Шамил Усманов|Shamil Usmanov; Исаева|Исаев|Isayev; Героев Хасана|Хәсән геройлары|Heroes of Khasan; Лечебная|Дәвалау|Lechebnaya;
Маршрутная|Маршрут|Marshrutnaya; Энергетиков|Энергетиклар|Energetikov; Базовая|База|Bazovaya; Мало-Московская|Кече Мәскәү|Malo-Moskovskaya`,
  aviastroitelny: `
Копылова|Копылов|Kopylov; Лукина|Лукин|Lukin; Ленинградская|Ленинград|Leningradskaya; Белинского|Белинский|Belinsky; Максимова|Максимов|Maksimov; Дементьева|Дементьев|Dementyev; Тимирязева|Тимирязев|Timiryazev;
Побежимова|Побежимов|Pobezhimov; Лядова|Лядов|Lyadov; Симонова|Симонов|Simonov; Айдарова|Айдаров|Aydarov; Олега Кошевого|Олег Кошевой|Oleg Koshevoy; Социалистическая|Социалистик|Sotsialisticheskaya; Чапаева|Чапаев|Chapayev;
Беломорская|Ак диңгез|Belomorskaya; Павлова|Павлов|Pavlov; Пржевальского|Пржевальский|Przhevalsky; Моторная|Мотор|Motornaya; Цеховая|Цех|Tsekhovaya; Туполева|Туполев|Tupolev; Планерная|Планер|Planernaya`,
  kirovsky: `
Краснококшайская|Кызыл Кокшай|Krasnokokshayskaya; Болотникова|Болотников|Bolotnikov; Залесная|Урман арты|Zalesnaya; Тверская|Тверь|Tverskaya; Фрунзе|Фрунзе|Frunze; Клары Цеткин|Клара Цеткин|Clara Zetkin; Большая|Олы|Bolshaya;
Степана Халтурина|Степан Халтурин|Stepan Khalturin; Несмелова|Несмелов|Nesmelov; Соловецких Юнг|Соловки юнгалары|Solovki Cadets; Лейтенанта Красикова|Лейтенант Красиков|Lieutenant Krasikov; Ильича|Ильич|Ilyich; Революционная|Революция|Revolyutsionnaya;
Поперечно-Базарная|Аркылы Базар|Poperechno-Bazarnaya; Ильинская|Ильин|Ilyinskaya; Ухтомского|Ухтомский|Ukhtomsky; Деловая|Эшлекле|Delovaya; Брюсова|Брюсов|Bryusov; Молодогвардейская|Яшь гвардия|Molodogvardeyskaya; Осиновская|Усак|Osinovskaya`,
};

/** Names a street may take anywhere, alone or with a number ("2-я Садовая улица"). */
const anywhere = `
Садовая|Бакча|Sadovaya; Луговая|Болын|Lugovaya; Сосновая|Нарат|Sosnovaya; Берёзовая|Каен|Beryozovaya; Кленовая|Өрәңге|Klenovaya; Рябиновая|Миләш|Ryabinovaya; Полевая|Басу|Polevaya; Озёрная|Күл|Ozyornaya;
Родниковая|Чишмә|Rodnikovaya; Заречная|Елга аръягы|Zarechnaya; Солнечная|Кояш|Solnechnaya; Звёздная|Йолдыз|Zvyozdnaya; Лесная|Урман|Lesnaya; Вишнёвая|Чия|Vishnyovaya; Цветочная|Чәчәк|Tsvetochnaya; Радужная|Салават күпере|Raduzhnaya;
Весенняя|Яз|Vesennyaya; Северная|Төньяк|Severnaya; Южная|Көньяк|Yuzhnaya; Восточная|Көнчыгыш|Vostochnaya; Западная|Көнбатыш|Zapadnaya; Новая|Яңа|Novaya; Школьная|Мәктәп|Shkolnaya; Дорожная|Юл|Dorozhnaya;
Каменная|Таш|Kamennaya; Песчаная|Комлы|Peschanaya; Овражная|Ерым|Ovrazhnaya; Нагорная|Тау|Nagornaya; Липовая|Юкә|Lipovaya; Дубовая|Имән|Dubovaya; Ясная|Аяз|Yasnaya; Мирная|Тынычлык|Mirnaya;
Дружбы|Дуслык|Druzhby; Молодёжная|Яшьләр|Molodyozhnaya; Строителей|Төзүчеләр|Stroiteley; Учительская|Укытучылар|Uchitelskaya; Пасечная|Умартачылык|Pasechnaya; Мельничная|Тегермән|Melnichnaya; Кузнечная|Тимерчелек|Kuznechnaya; Ивовая|Тал|Ivovaya`;

const read = (list: string): [string, string, string][] =>
  list.split(';').map((line) => {
    const [ru = '', tt = '', en = ''] = line.trim().split('|');
    return [ru, tt, en];
  });

const ordinal = (n: number) => ['', '1st', '2nd', '3rd'][n] ?? `${n}th`;
/** Tatar ordinals take -нче after front vowels and -нчы after back ones: 1 нче, 6 нчы. */
const tatarOrdinal = (n: number) => `${n} ${[6, 9, 10].includes(n) ? 'нчы' : 'нче'}`;

/** Deals names out: a district's own first, then those that fit anywhere, then numbered ones. No name comes twice. */
export function nameDealer(): (district: DistrictId) => StreetName {
  const own = new Map(Object.entries(byDistrict).map(([id, list]) => [id, read(list)]));
  const spare = read(anywhere).map(([ru, tt, en]) => street(ru, tt, en));
  for (let n = 1; n <= 9; n++) {
    for (const [ru, tt, en] of read(anywhere)) {
      if (/^(Дружбы|Строителей)$/.test(ru)) continue;
      spare.push({ ru: `${n}-я ${ru} улица`, tt: `${tatarOrdinal(n)} ${tt} урамы`, en: `${ordinal(n)} ${en} Street` });
    }
  }
  return (district) => {
    const [next] = own.get(district)?.splice(0, 1) ?? [];
    if (next) return street(...next);
    const [common] = spare.splice(0, 1);
    if (!common) throw new Error('The synthetic city has more streets than names');
    return common;
  };
}
